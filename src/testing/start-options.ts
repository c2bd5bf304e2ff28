/** How a local cloud is started. */
export type StartOptions = LocalCloudOptions & (FromApp | FromAssembly);

/** An app, which is synthesized first. */
export interface FromApp {
  /** A CDK `App`; or a command that synthesizes, or the folder of an assembly, as `dev --app` takes them. */
  readonly app: SynthesizableApp | string;
  readonly assembly?: undefined;
  /** Where a command is run; its `cdk.json` gives the context. @default - the current folder */
  readonly directory?: string;
}

/** A cloud assembly that is there already: the quickest start. */
export interface FromAssembly {
  /** Its folder: `cdk.out`. */
  readonly assembly: string;
  readonly app?: undefined;
}

/** What a CDK `App` is here, whichever copy of aws-cdk-lib it comes from. */
export interface SynthesizableApp {
  synth(): { readonly directory: string };
}

export interface LocalCloudOptions {
  /** Of the main address; 0 for a free one. @default 0 */
  readonly port?: number;
  /** Keeps the items in this folder, from one start to the next. @default - in memory */
  readonly dataDirectory?: string;
  /** Receives each line that a function writes. @default - nobody does */
  readonly onLog?: (line: LogLine) => void;
  /** What goes wrong between the functions and DynamoDB. @default - nothing */
  readonly chaos?: Chaos;
}

/** Faults by a seed: the n-th call of an action meets the same one in every run. */
export interface Chaos {
  /** A whole number from 0. */
  readonly seed: number;
  /** The share of the calls that meets each kind of fault, from 0 to 1; a kind that is left out never happens. @default - a few percent of each */
  readonly rates?: { readonly [kind in FaultKind]?: number };
}

export type FaultKind =
  | 'throttle' | 'conflict' | 'error-before' | 'error-after' | 'reset-before' | 'reset-after'
  | 'hang' | 'slow' | 'malformed' | 'wrong-checksum' | 'unprocessed';

/** A line that a function wrote, control characters made visible. */
export interface LogLine {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}
