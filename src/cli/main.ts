import { dev } from './commands/dev';
import { doctor } from './commands/doctor';
import { openapi } from './commands/openapi';
import { routes } from './commands/routes';
import { token } from './commands/token';
import { HELP, VERSION } from './help';
import { describeError, UsageError } from './user-error';

/** A command: its arguments in, its exit code out. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { dev, doctor, openapi, routes, token };

/** Runs one command. An error is told on standard error, a line each. */
export async function main([name, ...args]: string[]): Promise<number> {
  try {
    if (name === '--version' || name === '-v') return print(VERSION);
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') return print(HELP);
    if (args.includes('--help') || args.includes('-h')) return print(HELP);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command '${name}'; there are ${Object.keys(COMMANDS).join(', ')}`);
    return await command(args);
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    return 1;
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
