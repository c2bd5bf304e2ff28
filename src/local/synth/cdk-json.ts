import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `cdk.json` says of an app, as far as it matters here. */
export interface CdkJson {
  readonly app?: string;
  readonly output?: string;
  readonly watch?: { readonly include?: string | string[]; readonly exclude?: string | string[] };
  readonly context: Readonly<Record<string, unknown>>;
}

/** The app cannot be synthesized; the message is one line for the user. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
}

/** Reads `cdk.json`, and the looked-up values of `cdk.context.json`. Undefined if there is no `cdk.json`. */
export async function readCdkJson(directory: string): Promise<CdkJson | undefined> {
  const cdkJson = await readJson(join(directory, 'cdk.json'));
  if (!cdkJson) return undefined;
  const lookedUp = await readJson(join(directory, 'cdk.context.json'));
  return { ...cdkJson, context: { ...cdkJson.context as object, ...lookedUp } };
}

async function readJson(path: string): Promise<Record<string, unknown> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new SynthError(`${path} is not JSON: ${(error as Error).message}`);
  }
}
