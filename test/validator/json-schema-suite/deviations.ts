/** Cases whose verdict is another one here, on purpose. */
export const DEVIATIONS: readonly { readonly cases: RegExp; readonly reason: string }[] = [
  { cases: /is only an annotation by default$/, reason: 'formats are asserted' },
  { cases: /^content: .*invalid base64 string/, reason: 'contentEncoding is asserted: the value is stored as bytes' },
  { cases: /a valid date-time with a leap second/, reason: 'the stored form, UTC with three decimals, has no place for a leap second' },
  { cases: /e-mail addresses: a quoted string/, reason: 'quoted local parts are refused: nobody has them, and injections do' },
  { cases: /e-mail addresses: an IPv[46]-address-literal/, reason: 'address literals are refused: nobody has them, and injections do' },
];
