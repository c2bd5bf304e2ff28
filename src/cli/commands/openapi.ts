import { writeFile } from 'node:fs/promises';
import { DescribedApi, describeApis, synthesize } from '../../local';
import { openapiOf } from '../../openapi';
import { step } from '../progress';
import { UsageError } from '../user-error';
import { OpenApiOptions, readOpenApiOptions } from './openapi-options';

/** Writes the OpenAPI document of the app's API, without running it. */
export async function openapi(args: string[]): Promise<number> {
  const options = readOpenApiOptions(args);
  // standard output is for the document alone
  const assembly = await step(process.stderr, 'synthesizing', (onOutput) => synthesize({ directory: process.cwd(), app: options.app, onOutput }));
  const { name, models, access, basePath } = chosen(await describeApis(assembly), options);
  const { title = name, version, output } = options;
  const servers = options.servers ?? (basePath === '' ? undefined : [{ url: basePath, description: 'The stage, where this document is' }]);
  const text = `${JSON.stringify(openapiOf(models, { title, version, servers, access }), null, 2)}\n`;
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, text);
  return 0;
}

/** One document describes one API: two of them may have the same paths. */
function chosen(apis: readonly DescribedApi[], { api: wanted }: OpenApiOptions): DescribedApi {
  const own = apis.filter(({ models }) => models.length > 0);
  const names = own.map(({ name }) => name).join(', ');
  if (own.length === 0) throw new UsageError('no API of the app serves entities; add one with new ServerlessCrudApi(stack, id, { schema, auth })');
  const matching = wanted === undefined ? own : own.filter(({ name }) => name === wanted);
  if (matching.length === 0) throw new UsageError(`--api is '${wanted}'; the app's APIs with entities are ${names}`);
  if (matching.length > 1 && wanted === undefined) throw new UsageError(`the app has ${own.length} APIs: ${names}; choose one with --api`);
  if (matching.length > 1) throw new UsageError(`${matching.length} APIs of the app are named '${wanted}'; give each a name of its own`);
  return matching[0]!;
}
