import { parseArgs } from 'node:util';
import { parsePort, parseSeed } from '../options';
import { UsageError } from '../user-error';

export interface DevOptions {
  readonly app?: string;
  readonly output?: string;
  readonly port: number;
  /** The port was not asked for by `--port`: another one will do. */
  readonly nextFreePort: boolean;
  readonly host: string;
  readonly data?: string;
  readonly fsync: boolean;
  readonly crossOrigin: boolean;
  /** The seed of the faults that calls to DynamoDB meet. */
  readonly chaos?: number;
  readonly watch: boolean;
  readonly open: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

const DEFAULT_PORT = '3000';

export function readDevOptions(args: string[], env: NodeJS.ProcessEnv): DevOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      'app': { type: 'string', short: 'a' },
      'output': { type: 'string', short: 'o' },
      'port': { type: 'string', short: 'p' },
      'host': { type: 'string' },
      'data': { type: 'string' },
      'fsync': { type: 'boolean' },
      'cross-origin': { type: 'boolean' },
      'chaos': { type: 'string' },
      'watch': { type: 'boolean' },
      'open': { type: 'boolean' },
      'verbose': { type: 'boolean' },
      'json': { type: 'boolean' },
    },
  });
  if (positionals.length > 0) throw new UsageError(`dev takes no argument '${positionals[0]}'; the app is given by --app`);
  const { app, output, port, host = '127.0.0.1', data } = values;
  return {
    app,
    output,
    port: port === undefined ? parsePort(env.PORT || DEFAULT_PORT, 'PORT') : parsePort(port, '--port'),
    nextFreePort: port === undefined,
    host,
    data,
    fsync: values.fsync ?? false,
    crossOrigin: values['cross-origin'] ?? false,
    chaos: values.chaos === undefined ? undefined : parseSeed(values.chaos, '--chaos'),
    watch: values.watch ?? true,
    open: values.open ?? false,
    verbose: values.verbose ?? false,
    json: values.json ?? false,
  };
}
