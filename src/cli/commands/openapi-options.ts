import { parseArgs } from 'node:util';
import { UsageError } from '../user-error';

export interface OpenApiOptions {
  readonly app?: string;
  /** The document's file; absent: standard output. */
  readonly output?: string;
  /** The API's name, of an app that has several. */
  readonly api?: string;
  readonly title?: string;
  readonly version: string;
  /** Where the API is; absent: where the document is. */
  readonly servers?: readonly { readonly url: string }[];
}

export function readOpenApiOptions(args: string[]): OpenApiOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'app': { type: 'string', short: 'a' },
      'output': { type: 'string', short: 'o' },
      'api': { type: 'string' },
      'title': { type: 'string' },
      'api-version': { type: 'string', default: '1.0.0' },
      'server': { type: 'string', multiple: true },
    },
  });
  if (positionals.length > 0) throw new UsageError(`openapi takes no argument '${positionals[0]}'; the app is given by --app, the file by --output`);
  const { app, output, api, title, server } = values;
  for (const url of server ?? []) checkUrl(url);
  return { app, output, api, title, version: values['api-version'], servers: server?.map((url) => ({ url })) };
}

/** A path is relative to the document's own address: https://spec.openapis.org/oas/v3.1.1.html#server-object */
function checkUrl(url: string): void {
  if (!url.startsWith('/') && !URL.canParse(url)) throw new UsageError(`--server is '${url}'; it must be a URL, such as https://api.example.com, or a path`);
}
