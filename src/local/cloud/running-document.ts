import { OpenApi, openapiOf } from '../../openapi';
import type { HttpApi } from '../gateway';
import { describeApi, FindEntity } from './describe-apis';

/** Nobody has counted versions of what runs here. */
const VERSION = '0.0.0';

export interface RunningApis {
  readonly apis: readonly HttpApi[];
  readonly findEntity: FindEntity;
  /** Where an API is served on this machine. */
  readonly urlOf: (api: HttpApi) => string;
}

/** The OpenAPI document of an API that runs here: of the named one, or the first. @returns undefined if there is none with entities */
export function runningDocument({ apis, findEntity, urlOf }: RunningApis, apiName?: string): OpenApi | undefined {
  const candidates = apis
    .filter(({ name }) => apiName === undefined || name === apiName)
    .map((api) => ({ ...describeApi(api, findEntity), url: urlOf(api) }));
  const found = candidates.find(({ models }) => models.length > 0);
  return found && openapiOf(found.models, {
    title: found.name,
    version: VERSION,
    access: found.access,
    servers: [{ url: found.url, description: 'On this machine' }],
  });
}
