import { readFileSync } from 'node:fs';
import { exchange } from './http';
import { get } from './requests';
import { OpenApi } from '../../../src/openapi';

const ADDRESS = '/_console/openapi.json';

/** The OpenAPI document of a running API: the one in the file, or the one that the local cloud has beside its log of calls. */
export async function documentOf(baseUrl: string, file?: string): Promise<OpenApi> {
  if (file !== undefined) return readOpenApi(readText(file), file);
  const { status, body } = await ask(baseUrl, await documentPath(baseUrl));
  const way = '; give the API\'s document by --openapi FILE (the command \'openapi\' of the package writes it)';
  if (status !== 200) throw new Error(`no OpenAPI document at ${baseUrl}${ADDRESS}: status ${status}${way}`);
  return readOpenApi(body.toString(), `${baseUrl}${ADDRESS}`, way);
}

/** The document of the API at this address, if the local cloud serves it. */
export async function localDocumentOf(baseUrl: string): Promise<OpenApi | undefined> {
  const { status, body } = await exchange(baseUrl, get(await documentPath(baseUrl)));
  const document = status === 200 ? (JSON.parse(body.toString()) as OpenApi) : {};
  return document.openapi === undefined ? undefined : document;
}

/** Of several APIs each has an address of its own. */
async function documentPath(baseUrl: string): Promise<string> {
  const { status, body } = await ask(baseUrl, '/_console/cloud');
  const { apis = [] } = status === 200 ? (jsonOf(body.toString()) as { apis?: { name: string; url: string }[] } | undefined) ?? {} : {};
  const own = apis.find(({ url }) => new URL(url).origin === new URL(baseUrl).origin);
  return own ? `${ADDRESS}?api=${encodeURIComponent(own.name)}` : ADDRESS;
}

async function ask(baseUrl: string, path: string) {
  return exchange(baseUrl, get(path)).catch((error: Error) => {
    throw new Error(`nothing answers at ${baseUrl} (${error.message}); start the API, or give another --base-url`);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the OpenAPI document ${file}: ${(error as Error).message}`);
  }
}

function readOpenApi(text: string, from: string, way = ''): OpenApi {
  const document = jsonOf(text) as OpenApi | undefined;
  if (document === undefined) throw new Error(`the document ${from} is not JSON: it begins with ${JSON.stringify(text.slice(0, 40))}${way}`);
  const isOpenApi = /^3\./.test(String(document?.openapi)) && typeof document.paths === 'object' && document.paths !== null;
  if (!isOpenApi) throw new Error(`the document ${from} is not OpenAPI 3: it has no 'openapi: 3.x' with 'paths'${way}`);
  return document;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
