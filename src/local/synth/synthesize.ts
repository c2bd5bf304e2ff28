import { ChildProcess, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readCdkJson, SynthError } from './cdk-json';
import { essenceOf } from './essence';

export interface SynthOptions {
  /** Where `cdk.json` is. */
  readonly directory: string;
  /** A command, or the folder of a cloud assembly; in place of `app` in `cdk.json`. */
  readonly app?: string;
  /** Where the assembly is written; in place of `output` in `cdk.json`. */
  readonly output?: string;
  /** Ends the app's process. */
  readonly signal?: AbortSignal;
  /**
   * Told each line of the app's standard output as it comes, and those of its standard error when it has succeeded: of an app that
   * fails, the error says what is wrong. @default - nobody is told
   */
  readonly onOutput?: (line: string) => void;
}

const DEFAULT_OUTPUT = 'cdk.out';

/** What the CDK CLI puts into every app's context: construct paths in templates, and code that is bundled for every stack. */
const CLI_CONTEXT = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:bundling-stacks': ['**'],
};

/** Runs the app as `cdk synth` does. @returns the folder of the cloud assembly */
export async function synthesize({ directory, signal, onOutput, ...given }: SynthOptions): Promise<string> {
  const cdkJson = await readCdkJson(directory);
  const { build } = cdkJson ?? {};
  if (build !== undefined) await run('the build', build, directory, process.env, { signal, onOutput });
  const app = given.app ?? cdkJson?.app;
  if (app === undefined && !cdkJson) throw new SynthError(`there is no cdk.json in ${directory}; run this in the folder of a CDK app, or give --app`);
  if (app === undefined) throw new SynthError(`${resolve(directory, 'cdk.json')} names no app; add "app": "node app.js", or give --app`);
  const existing = resolve(directory, app);
  if (existsSync(existing) && statSync(existing).isDirectory()) return existing;

  const output = resolve(directory, given.output ?? cdkJson?.output ?? DEFAULT_OUTPUT);
  await run('the app', app, directory, {
    // CloudFormation's rules matter to a deployment, and cost seconds of CPU a stack
    CDK_VALIDATION: 'false',
    ...process.env,
    CDK_OUTDIR: output,
    CDK_CONTEXT_JSON: JSON.stringify({ ...CLI_CONTEXT, ...cdkJson?.context }),
  }, { signal, onOutput });
  if (!existsSync(resolve(output, 'manifest.json'))) throw new SynthError(`the app (${app}) wrote no cloud assembly to ${output}; does it call app.synth()?`);
  return output;
}

/** Like the CDK CLI, by way of a shell: `app` may be any command line. */
async function run(
  what: string, command: string, cwd: string, env: NodeJS.ProcessEnv, { signal, onOutput }: Pick<SynthOptions, 'signal' | 'onOutput'>,
): Promise<void> {
  const child = spawn(command, { cwd, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const end = () => endGroup(child);
  signal?.addEventListener('abort', end);
  const written: string[] = [];
  const complaints: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    written.push(line);
    onOutput?.(line);
  });
  createInterface(child.stderr).on('line', (line) => {
    written.push(line);
    complaints.push(line);
  });
  const outcome = await new Promise<string | number>((settle) => {
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, ended) => settle(code ?? `signal ${ended}`));
  });
  signal?.removeEventListener('abort', end);
  if (outcome === 0) {
    for (const line of complaints) onOutput?.(line);
    return;
  }
  const how = typeof outcome === 'number' ? `exit code ${outcome}` : outcome;
  throw new SynthError(`${what} (${command}) failed: ${essenceOf(written.join('\n')) ?? how}`);
}

/** The shell and what it has started: a group of their own, except on Windows. */
function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
}
