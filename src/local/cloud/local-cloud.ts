import type { Json } from '../../model';
import type { ChooseFault, DynamoDbEngine } from '../dynamodb';
import type { HttpApi } from '../gateway';
import type { RequestLog } from './request-log';

/** How the local cloud is started. */
export interface LocalOptions {
  /** The cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Of the main address; 0 for a free one. @default 0 */
  readonly port?: number;
  /** Whether the next free port is taken if that one is in use. @default false */
  readonly nextFreePort?: boolean;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string;
  /** Keeps the items in this folder, from one start to the next. @default - in memory */
  readonly dataDirectory?: string;
  /** Whether a write is answered only when it would survive a loss of power. @default false */
  readonly fsync?: boolean;
  /** Told what a person should know of the kept items, such as a file that had to be repaired. @default - it is among `notices` */
  readonly onNotice?: (notice: string) => void;
  /** Gives APIs addresses of their own, so that their pages come from another origin. @default false */
  readonly crossOrigin?: boolean;
  /** What stands for DynamoDB; it is closed at the end. @default - the embedded engine */
  readonly engine?: DynamoDbEngine;
  /** Which faults the functions' calls to DynamoDB meet: `seededFaults({ seed: 7 })`. @default - none */
  readonly faults?: ChooseFault;
  /** Receives each line that a function writes. @default - nobody does */
  readonly onLog?: (line: LogLine) => void;
  /** The bundled function host. @default - beside this code */
  readonly functionHost?: string;
}

/** A line that a function wrote, control characters made visible. */
export interface LogLine {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** A running app. */
export interface LocalCloud {
  /** The main address: of the first distribution, or else of the first API. Without trailing slash. */
  readonly url: string;
  readonly apis: readonly ServedApi[];
  readonly sites: readonly ServedSite[];
  /** The stacks' outputs, addresses on AWS replaced by local ones. */
  readonly outputs: readonly ServedOutput[];
  /** What constructs warn of, what is not run locally, and what happened to kept items, a line each. */
  readonly notices: readonly string[];
  readonly requests: RequestLog;
  /** Deploys the assembly as it is now, without losing an item or a request. */
  reload(): Promise<void>;
  /** Lets the requests in flight finish, then ends everything. */
  stop(): Promise<void>;
  /** Ends everything at once. */
  kill(): Promise<void>;
}

export interface ServedApi {
  readonly name: string;
  readonly url: string;
  readonly routes: readonly ServedRoute[];
}

export interface ServedRoute {
  /** `GET /todos/{id}`. */
  readonly key: string;
  /** The construct's path. */
  readonly function: string;
  /** Of the tokens that callers need. */
  readonly issuer?: string;
  /** A body to try it with, if it creates an item. */
  readonly example?: Json;
}

export interface ServedSite {
  readonly name: string;
  readonly url: string;
}

export interface ServedOutput {
  readonly stack: string;
  readonly key: string;
  readonly value: string;
  readonly description?: string;
}

/** The stages of an API as part of its address. */
export function stagePaths({ stages }: HttpApi): string[] {
  return stages.map(({ name }) => (name === '$default' ? '' : `/${name}`));
}
