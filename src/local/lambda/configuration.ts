/** A function as the template describes it. */
export interface FunctionConfiguration {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** The deployed code: a directory with the handler's module. */
  readonly directory: string;
  /** `file.export`, as in the template: `index.handler`. */
  readonly handler: string;
  /** `nodejs24.x`: decides what a handler may look like. The version of Node.js is the one that runs the local cloud. */
  readonly runtime: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Invocations at a time; more are throttled. Absent: no limit of its own. */
  readonly reservedConcurrency?: number;
  readonly logGroup?: string;
}

/** The major version in `nodejs24.x`; undefined for a runtime that is not Node.js. */
export function nodeMajorOf(runtime: string): number | undefined {
  const match = /^nodejs(\d+)\.x$/.exec(runtime);
  return match ? Number(match[1]) : undefined;
}
