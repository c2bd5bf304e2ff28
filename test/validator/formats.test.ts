import { codes, validatorOf } from './load';
import { JsonSchema } from '../../src/model';

/** Values that fit a schema, and values that do not. */
const CASES: [name: string, schema: JsonSchema, valid: string[], invalid: string[]][] = [
  ['date', { format: 'date' },
    ['2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31', '2023-04-30'],
    ['', '2023-02-29', '1900-02-29', '2024-02-30', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '20240101', '2024-01-01T00:00:00Z',
      ' 2024-01-01', '2024-01-01\n', '٢٠٢٤-01-01', '+002024-01-01']],
  ['date-time', { format: 'date-time' },
    ['2024-02-29T12:30:00Z', '2024-02-29t12:30:00z', '2024-01-01T00:00:00.123456789+23:59', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['2024-02-30T00:00:00Z', '2024-01-01T24:00:00Z', '1998-12-31T23:59:60Z', '2024-01-01T00:00:00', '2024-01-01 00:00:00Z', '2024-01-01T00:60:00Z',
      '2024-01-01T00:00:00+24:00', '2024-01-01T00:00:00.Z', '2024-01-01', '0000-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01', '2024-01-01T00:00:00Z\n']],
  ['email', { format: 'email' },
    ['ana@example.com', "o'neil+x@sub.example.co.uk", 'a@b.c', `${'a'.repeat(64)}@example.com`, 'te~st@xn--bcher-kva.example'],
    ['', 'ana', '@example.com', 'ana@', 'ana@localhost', '.ana@example.com', 'ana.@example.com', 'a..b@example.com', 'a b@example.com', '"a"@example.com',
      'ana@[127.0.0.1]', 'ana@-x.com', 'ana@x-.com', 'ana@example..com', 'ana@example.com\n', `${'a'.repeat(65)}@example.com`,
      `a@${'a.'.repeat(130)}com`, 'ana@example.com, eve@example.com', 'ána@example.com']],
  ['uri', { format: 'uri' },
    ['https://example.com', 'http://ana:pw@example.com:8080/a/b;c?d=e&f#g', 'urn:isbn:0451450523', 'mailto:a@example.com', 'ldap://[2001:db8::7]/c=GB',
      'http://[v1.fe80::a]/', 'file:///etc/hosts', 'tel:+1-816', 'http://a/%20', 'x:'],
    ['', 'example.com', '//example.com/x', '/path', 'http://exa mple.com', 'http://a/\\b', 'http://a/<b>', 'http://a/{b}', 'http://a/%zz', 'http://a/%2',
      'http://[::1', 'http://[12345::]/', 'http://a:b/', 'http://[@a/', 'http://a#b#c', '1x:y', ':a', 'http://ü.example', 'http://a/\n']],
  ['uuid', { format: 'uuid' },
    ['01890a5d-ac96-774b-bcce-b302099a8057', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
    ['', '01890a5dac96774bbcceb302099a8057', '{01890a5d-ac96-774b-bcce-b302099a8057}', '01890a5d-ac96-774b-bcce-b302099a805g', '01890a5d-ac96-774b-bcce-b302099a80577']],
  ['decimal', { format: 'decimal' },
    ['0', '-0', '0.00', '12.50', '-12.5', '1e3', '1E-130', '9.9999999999999999999999999999999999999E+125', `1${'0'.repeat(125)}`, `0.${'0'.repeat(129)}1`,
      '12345678901234567890123456789012345678', '0e999999999999'],
    ['', '.5', '5.', '01', '+1', '1e', 'NaN', 'Infinity', '0x10', '1 ', '1_000', '1,5', '1e126', '1e-131', `1${'0'.repeat(126)}`,
      '123456789012345678901234567890123456789', '1.00000000000000000000000000000000000001', `1e${'9'.repeat(1000)}`]],
  ['base64', { contentEncoding: 'base64' },
    ['', 'YQ==', 'YWI=', 'YWJj', '++//'],
    ['Y', 'YQ', 'YQ=', 'YR==', 'YWJ=', 'YWJj\n', 'YW Jj', '--__', '====', 'YQ==YQ==']],
  ['decimals between bounds', { 'x-minimum': '-0.10', 'x-maximum': '1E2' },
    ['-0.1', '-0.1000', '0', '0.3', '99.99999999999999999999999999', '100', '100.00', '1e2', 'not a decimal'],
    ['-0.100000000000000000000000001', '-1', '100.00000000000000000000000001', '1e3']],
  ['cents', { multipleOf: 0.01 },
    ['19.99', '0.07', '-1.1', '0', '1e21', '4.35', '123456789.01'],
    ['19.999', '0.001', '1e-7']],
  ['a large step', { multipleOf: 1e300 }, ['1e300', '3e300', '0'], ['1', '1e299', '1.5e300']],
];

describe.each(CASES)('%s', (_name, schema, valid, invalid) => {
  const isNumber = schema.multipleOf !== undefined;
  const { item } = validatorOf({ type: 'object', required: [], properties: { value: schema } });
  const check = (text: string) => codes(item({ value: isNumber ? Number(text) : text }));

  test.each(valid)('takes %j', (text) => expect(check(text)).toEqual([]));
  test.each(invalid)('refuses %j', (text) => expect(check(text)).toHaveLength(1));
});

test('a format says nothing about values of another type', () => {
  const { item } = validatorOf({ type: 'object', required: [], properties: { a: { format: 'date' }, b: { contentEncoding: 'base64' }, c: { multipleOf: 2 } } });
  expect(item({ a: 1, b: [1], c: 'x' })).toEqual([]);
});
