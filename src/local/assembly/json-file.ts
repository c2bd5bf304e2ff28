import { readFile } from 'node:fs/promises';
import { AssemblyError } from './assembly-error';

/** Parses a file of the assembly. A missing or broken one means that the synth did not finish, so the fix is another. */
export async function readJson<T>(file: string): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AssemblyError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); run \`cdk synth\` again`);
  }
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new AssemblyError(`${file}: is not valid JSON (${(error as Error).message}); run \`cdk synth\` again`);
  }
}
