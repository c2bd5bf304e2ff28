const DECIMAL = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

/**
 * The one way to write a decimal number: without exponent, leading or trailing zeros.
 * DynamoDB drops zeros as well, so a value reads as it was answered when it was written.
 */
export function canonicalDecimal(text: string): string {
  const [, sign, whole, fraction, exponent] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return text;
  const shift = Number(exponent ?? 0);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  const before = padded.slice(0, Math.max(point, 0)).replace(/^0+/, '') || '0';
  const after = padded.slice(Math.max(point, 0)).replace(/0+$/, '');
  const size = after === '' ? before : `${before}.${after}`;
  return size === '0' ? size : sign + size;
}

/** Negative, zero or positive, exactly: a double would take neighbours for equals. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [a, b].map(canonicalDecimal);
  const [negative, otherNegative] = [left, right].map((text) => text.startsWith('-'));
  if (negative !== otherNegative) return negative ? -1 : 1;
  const [size, otherSize] = [left, right].map((text) => text.replace('-', ''));
  const longer = size.split('.')[0].length - otherSize.split('.')[0].length;
  const difference = longer || (size < otherSize ? -1 : Number(size > otherSize));
  return negative ? -difference : difference;
}
