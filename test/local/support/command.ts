import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The command as it ships. */
export const COMMAND = join(__dirname, '../../../assets/cli/index.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs, and what it has written so far. */
export class RunningCommand {
  public stdout = '';
  public stderr = '';
  public readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(process.execPath, [COMMAND, ...args], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })));
  }

  public get pid(): number {
    return this.child.pid!;
  }

  public signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Resolves with the match when standard output has it; fails if the command ends before. */
  public async says(pattern: RegExp): Promise<RegExpExecArray> {
    let ended = false;
    void this.ended.then(() => (ended = true));
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (ended) throw new Error(`ended without ${pattern}:\n${this.stdout}${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Runs a command to its end. */
export function runCommand(args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new RunningCommand(args, cwd, env).ended;
}
