import { createHash } from 'node:crypto';

/** The alphabets of the ids that AWS services make up. */
export const ALPHABET = {
  lower: 'abcdefghijklmnopqrstuvwxyz0123456789',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  mixed: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
} as const;

/** An id that looks random and is the same in every run: local data and bookmarks outlive a restart. */
export function idFrom(seed: string, length: number, alphabet: string): string {
  let digits = BigInt(`0x${createHash('sha512').update(seed).digest('hex')}`);
  const base = BigInt(alphabet.length);
  let id = '';
  for (; id.length < length; digits /= base) id += alphabet[Number(digits % base)];
  return id;
}

export function uuidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/**
 * A name as CloudFormation generates it for a resource that has none: stack, logical id and a random part,
 * the first two shortened to fit.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function generatedName(stackName: string, logicalId: string, maximum: number, seed: string): string {
  const suffix = idFrom(seed, 12, ALPHABET.upper);
  const room = maximum - suffix.length - 2;
  const logical = logicalId.slice(0, Math.max(Math.floor(room / 2), room - stackName.length));
  return `${stackName.slice(0, room - logical.length)}-${logical}-${suffix}`;
}
