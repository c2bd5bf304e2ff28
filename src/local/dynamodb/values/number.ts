/** Exact decimal arithmetic on numbers in DynamoDB's canonical text: plain notation, no superfluous zeros. */

interface Parts {
  readonly negative: boolean;
  /** Without leading and trailing zeros; empty for zero. */
  readonly digits: string;
  /** The value is 0.digits x 10^exponent. */
  readonly exponent: number;
}

function partsOf(text: string): Parts {
  const negative = text.startsWith('-');
  const [integer, fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const all = integer + fraction;
  const digits = all.replace(/^0+/, '');
  return { negative, digits: digits.replace(/0+$/, ''), exponent: integer.length - (all.length - digits.length) };
}

/** Moves every exponent (-129 to 126) to three positive digits. */
const EXPONENT_BIAS = 500;

/** A text whose order, character by character, is the order of the numbers. */
export function sortableNumber(text: string): string {
  const { negative, digits, exponent } = partsOf(text);
  if (digits === '') return '0';
  const biased = exponent + EXPONENT_BIAS;
  if (!negative) return `1${biased}${digits}`;
  // The greater the magnitude, the smaller the number; `~` sorts after every digit, so that -1.5 comes before -1.
  return `-${999 - biased}${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}~`;
}

/** Up to here a double is exact. */
const SAFE_LENGTH = 15;

export function compareNumbers(a: string, b: string): number {
  if (a.length <= SAFE_LENGTH && b.length <= SAFE_LENGTH) return Number(a) - Number(b);
  const [left, right] = [sortableNumber(a), sortableNumber(b)];
  return left < right ? -1 : Number(left > right);
}

export function addNumbers(a: string, b: string, sign: 1 | -1 = 1): string {
  const scale = Math.max(decimalsOf(a), decimalsOf(b));
  const sum = scaled(a, scale) + BigInt(sign) * scaled(b, scale);
  const magnitude = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  const integer = magnitude.slice(0, magnitude.length - scale);
  const fraction = magnitude.slice(magnitude.length - scale).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`;
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function scaled(text: string, scale: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(scale - decimalsOf(text)));
}

/**
 * A byte for each two significant digits on either side of the point, one more, and one for the sign.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function numberSize(text: string): number {
  const { negative, digits, exponent } = partsOf(text);
  const integerDigits = Math.min(Math.max(exponent, 0), digits.length);
  return Math.ceil(integerDigits / 2) + Math.ceil((digits.length - integerDigits) / 2) + 1 + Number(negative && digits !== '');
}
