import { randomBytes } from 'node:crypto';

/** Temporary credentials of one execution environment, by which its calls are known. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `ASIA` is how the access key ids of temporary credentials begin. */
export function issueCredentials(): Credentials {
  const letters = [...randomBytes(16)].map((byte) => BASE32[byte % BASE32.length]).join('');
  return {
    accessKeyId: `ASIA${letters}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(48).toString('base64'),
  };
}
