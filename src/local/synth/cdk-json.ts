import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `cdk.json` says of an app, as far as it matters here. */
export interface CdkJson {
  readonly app?: string;
  /** Run before the app, whatever that is. */
  readonly build?: string;
  readonly output?: string;
  readonly watch?: { readonly include?: string | string[]; readonly exclude?: string | string[] };
  readonly context: Readonly<Record<string, unknown>>;
}

/** The app cannot be synthesized; the message is for the user, who may have made several mistakes. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
}

/** Reads `cdk.json`, and the looked-up values of `cdk.context.json`. Undefined if there is no `cdk.json`. */
export async function readCdkJson(directory: string): Promise<CdkJson | undefined> {
  const cdkJson = await readJson(join(directory, 'cdk.json'));
  if (!cdkJson) return undefined;
  for (const name of ['app', 'build', 'output']) {
    const value = cdkJson[name];
    if (value !== undefined && typeof value !== 'string') throw new SynthError(`${join(directory, 'cdk.json')}: ${name} must be a text, got ${JSON.stringify(value)}`);
  }
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
  const content = parse(path, text);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new SynthError(`${path} must be an object, got ${JSON.stringify(content)}`);
  return content as Record<string, unknown>;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SynthError(`${path} is not JSON: ${(error as Error).message}`);
  }
}
