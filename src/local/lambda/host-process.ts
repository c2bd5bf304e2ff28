import { ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eachLine, LogLine } from './log-lines';
import type { FromHost, ToHost } from './protocol';

/** What must be known when the process starts; all else comes with the `init` message. */
export interface HostOptions {
  /** The bundled `function-host.ts`. */
  readonly entry: string;
  readonly memoryMegabytes: number;
  /** Node.js reads its options at start: a function that sets them needs a process of its own making. */
  readonly nodeOptions?: string;
}

/** Where the bundle lies: beside that of the local cloud, which this code is part of. */
export function defaultHostEntry(): string {
  const entry = join(__dirname, 'function-host.js');
  if (!existsSync(entry)) throw new Error(`${entry} is missing: build the package (npm run bundle)`);
  return entry;
}

/** Whoever uses the process. */
export interface HostListeners {
  message(message: FromHost): void;
  /** `exit status 1`, `signal: SIGKILL`. */
  exited(description: string): void;
  line(stream: LogLine['stream'], text: string): void;
}

/** Processes that run. They end by themselves when this one is gone, but for those that are busy: a loop hears nothing. */
const RUNNING = new Set<ChildProcess>();
process.on('exit', () => RUNNING.forEach(killGroup));

/** A child process that runs `function-host`. It inherits nothing of this process's environment. */
export class HostProcess {
  private readonly child: ChildProcess;
  private listeners?: HostListeners;
  private ended?: string;
  private closed = false;

  constructor(public readonly options: HostOptions) {
    this.child = fork(options.entry, [], {
      env: startEnvironment(options),
      execArgv: [`--max-old-space-size=${options.memoryMegabytes}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced', // a third of JSON's time for a megabyte
      detached: true, // Ctrl-C in a terminal goes to the whole process group; these end when the local cloud says so
    });
    RUNNING.add(this.child);
    this.child.on('message', (message) => this.listeners?.message(message as FromHost));
    this.child.on('exit', (code, signal) => this.end(signal ? `signal: ${signal}` : `exit status ${code}`));
    this.child.on('error', (error) => this.end(error.message));
    this.child.on('close', () => {
      this.closed = true;
      RUNNING.delete(this.child);
    });
    for (const stream of ['stdout', 'stderr'] as const) eachLine(this.child[stream]!, (text) => this.listeners?.line(stream, text));
  }

  public get processId(): number | undefined {
    return this.child.pid;
  }

  /** Takes the process into use. If it has ended meanwhile, `exited` is called at once. */
  public attach(listeners: HostListeners): void {
    this.listeners = listeners;
    if (this.ended !== undefined) listeners.exited(this.ended);
  }

  public send(message: ToHost): void {
    if (this.child.connected) this.child.send(message, () => undefined); // a failure to send is an exit, which is told there
  }

  /** Ends it at once, with whatever it has started; a handler cannot refuse. Resolves when its last line is told. */
  public kill(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.child.once('close', () => resolve());
      killGroup(this.child);
    });
  }

  private end(description: string): void {
    if (this.ended !== undefined) return;
    this.ended = description;
    this.listeners?.exited(description);
  }
}

/** A detached process leads a group of its own (setsid), which Windows does not have. */
function killGroup(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
  }
}

function startEnvironment({ nodeOptions }: HostOptions): NodeJS.ProcessEnv {
  return {
    TZ: 'UTC',
    ...(nodeOptions ? { NODE_OPTIONS: nodeOptions } : {}),
    ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}), // Windows' own libraries need it
  };
}
