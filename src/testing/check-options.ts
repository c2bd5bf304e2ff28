import type { FromApp, FromAssembly, LocalCloudOptions, StartOptions } from './start-options';

/** What may be given: a misspelt option must not be left out silently. */
const NAMES: readonly (keyof LocalCloudOptions | keyof FromApp | keyof FromAssembly)[] = [
  'app', 'assembly', 'directory', 'port', 'dataDirectory', 'onLog', 'chaos',
];

/** Callers need not have a compiler that checks types. @throws Error that names the mistake */
export function checkOptions(options: StartOptions): void {
  if (typeof options !== 'object' || options === null) throw new Error(`startLocal takes an object of options, such as { app }; got ${String(options)}`);
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name as keyof LocalCloudOptions));
  if (unknown !== undefined) throw new Error(`startLocal has no option '${unknown}'; it has ${NAMES.join(', ')}`);
  const { app } = options as Partial<FromApp>;
  const isApp = app === undefined || typeof app === 'string' || typeof app?.synth === 'function';
  if (!isApp) throw new Error(`app must be a CDK App or a command that synthesizes, got ${String(app)}`);
}
