import { Answer, exchange } from './http';
import { get, RequestSpec } from './requests';
import { Target } from './target';
import { OpenApi } from '../../../src/openapi';
import { ResponseChecker } from '../../openapi/response-checker';

/** By target: an address may be another API's in the next test. */
const checkers = new WeakMap<Target, Promise<ResponseChecker | undefined>>();

/** What of an answer the API's OpenAPI document does not say, where the target has one; says nothing of bytes that no client would send. */
export async function undocumented(target: Target, request: RequestSpec, { status, headers, body }: Answer): Promise<string[]> {
  if (!target.local || 'raw' in request) return [];
  if (!checkers.has(target)) checkers.set(target, readDocument(target));
  const checker = await checkers.get(target);
  const mistakes = checker?.mistakes(request.method, request.path, { status, headers, body: body.toString() }) ?? [];
  return mistakes.map((mistake) => `OpenAPI document: ${mistake}`);
}

/** The local cloud has it beside its log of calls. */
async function readDocument({ collections }: Target): Promise<ResponseChecker | undefined> {
  const [baseUrl] = Object.values(collections);
  const { status, body } = await exchange(baseUrl, get('/_console/openapi.json'));
  const document = status === 200 ? (JSON.parse(body.toString()) as OpenApi) : {};
  return document.openapi === undefined ? undefined : new ResponseChecker(document);
}
