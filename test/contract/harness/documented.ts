import { Answer } from './http';
import { RequestSpec } from './requests';
import { Target } from './target';
import { localDocumentOf } from './target-document';
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

async function readDocument({ collections }: Target): Promise<ResponseChecker | undefined> {
  const [baseUrl] = Object.values(collections);
  const document = await localDocumentOf(baseUrl);
  return document && new ResponseChecker(document);
}
