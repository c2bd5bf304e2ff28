const LITERAL = /^[A-Za-z0-9._~-]+$/;

/** Whether a path's segment is literal text that every client sends as it is: `.` and `..` are resolved away (RFC 3986, section 5.2.4). */
export function isLiteralSegment(segment: string): boolean {
  return LITERAL.test(segment) && segment !== '.' && segment !== '..';
}
