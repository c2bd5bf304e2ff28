import type { FromApp, FromAssembly, LocalCloudOptions, StartOptions } from './start-options';

/** Every option that there is, so that a misspelt one is not left out silently. */
const OPTIONS: Readonly<Record<keyof LocalCloudOptions | keyof FromApp | keyof FromAssembly, true>> = {
  app: true, assembly: true, directory: true, port: true, dataDirectory: true, onLog: true, chaos: true,
};

/** Callers need not have a compiler that checks types. @throws Error that names the mistake */
export function checkOptions(options: StartOptions): void {
  if (typeof options !== 'object' || options === null) throw new Error(`startLocal takes an object of options, such as { app }; got ${String(options)}`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTIONS, name));
  if (unknown !== undefined) throw new Error(`startLocal has no option '${unknown}'; it has ${Object.keys(OPTIONS).join(', ')}`);
  const { app } = options as Partial<FromApp>;
  const isApp = app === undefined || typeof app === 'string' || typeof app?.synth === 'function';
  if (!isApp) throw new Error(`app must be a CDK App or a command that synthesizes, got ${String(app)}`);
}
