import { AssemblyError, DataDirectoryError, PortInUseError, SynthError, TemplateError, UnsupportedAppError } from '../local';

/** A command was called wrongly; the message is for the user. */
export class UsageError extends Error {}

const FOR_THE_USER = [UsageError, AssemblyError, DataDirectoryError, PortInUseError, SynthError, TemplateError, UnsupportedAppError];

/** What is told of an error: its message if it speaks to the user, else all that is known, since it is a defect. */
export function describeError(error: unknown): string {
  if (FOR_THE_USER.some((type) => error instanceof type)) return (error as Error).message;
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return wrongArgument(error.message);
  if (error instanceof Error && 'syscall' in error) return error.message; // the system's own words: a folder that cannot be read, and the like
  return error instanceof Error ? error.stack ?? error.message : String(error);
}

/** What Node.js says of arguments, without its advice on positional ones: `Unknown option '--prot'`. */
function wrongArgument(message: string): string {
  const [mistake, ...advice] = message.split('\n');
  const [sentence] = mistake!.split('. ');
  return `${sentence!.replace(/\.$/, '')}; ${advice.at(-1) ?? '--help lists the options'}`;
}
