import type { Resource } from '../assembly';

/** An alias or version leads to the function: there is one version of it here. */
export function unqualifiedArn(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

/** Of the construct that a person wrote, not of the resource in it. */
export function constructPathOf({ path, logicalId }: Resource): string {
  return path?.replace(/\/Resource$/, '') ?? logicalId;
}
