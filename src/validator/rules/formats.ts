/**
 * `email`: a dot-atom before the `@` and a domain of at least two labels after it, within the 64 and 254 octets of RFC 5321. Quoted local parts and
 * address literals are left out: nobody's address has them, and injections do.
 */
export function isEmail(text: string): boolean {
  return text.length <= 254
    && /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(text);
}

/** `uri`: with a scheme, in the characters and parts of RFC 3986. */
export function isUri(text: string): boolean {
  const [, authority, rest] = /^[a-z][a-z\d+.-]*:(?:\/\/([^/?#]*))?([^]*)$/i.exec(text) ?? [];
  if (rest === undefined || !/^(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i.test(rest)) return false;
  if (authority === undefined) return true;
  const host = /^(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:\[([\da-f:.]+|v[\da-f]+\.[\w.~!$&'()*+,;=:-]+)\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i.exec(authority);
  // the parser of URLs knows every short form of an IPv6 address
  return host !== null && (host[1] === undefined || /^v/i.test(host[1]) || URL.canParse(`http://[${host[1]}]`));
}

/** `uuid`: any version, in the form of RFC 9562. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** `base64` with padding and without stray bits (RFC 4648, 3.5), so that one value has one text. */
export function isBase64(text: string): boolean {
  return /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/][AQgw]==|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=)?$/.test(text);
}
