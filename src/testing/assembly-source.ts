import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { LocalBundle } from './bundle';
import type { StartOptions, SynthesizableApp } from './start-options';

/** Where an assembly is, and what becomes of it when it is no longer needed. */
export interface AssemblySource {
  readonly directory: string;
  release(): Promise<void>;
}

const kept = async () => undefined;

/** The assembly that the options name or synthesize. Only what a command has written for this start is ever removed. */
export async function assemblySource({ synthesize }: LocalBundle, options: StartOptions): Promise<AssemblySource> {
  if (options.assembly !== undefined) return { directory: options.assembly, release: kept };
  const { app, directory = process.cwd() } = options;
  if (app === undefined) throw new Error('there is nothing to start: give `app`, a CDK App or a command that synthesizes, or `assembly`, the folder of a cloud assembly');
  if (typeof app !== 'string') return { directory: synthesized(app), release: kept };
  const output = await mkdtemp(join(tmpdir(), 'crud-api-assembly-'));
  const release = () => rm(output, { recursive: true, force: true });
  try {
    return { directory: await synthesize({ directory, app, output }), release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** CloudFormation's rules matter to a deployment, and cost seconds of CPU, in which a test runner's patience ends. */
function synthesized(app: SynthesizableApp): string {
  const { CDK_VALIDATION: given } = process.env;
  process.env.CDK_VALIDATION = given ?? 'false';
  try {
    return app.synth().directory;
  } finally {
    if (given === undefined) delete process.env.CDK_VALIDATION;
  }
}
