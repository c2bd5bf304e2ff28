import { Outcome } from './walk';
import { send } from '../../local/support/http-client';

/** A word of a command: parts in quotes and parts without. */
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|[^\s'"])+/g;
const PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^'"]+)/g;

/** `ID=$(curl … | grep -oE 'PATTERN' | head -1)` */
const ASSIGNMENT = /^(\w+)=\$\((curl .*) \| grep -oE '([^']+)' \| head -1\)$/;

type Variables = Record<string, string>;

/** Sends what the commands would send, where there is no bash or no curl: it knows the forms that the document uses. */
export async function runWithoutBash(commands: readonly string[], api: string): Promise<Outcome[]> {
  const variables: Variables = { API: api };
  const outcomes: Outcome[] = [];
  for (const command of commands) {
    let outcome: Outcome = { status: 0, output: '' };
    for (const statement of command.replace(/\\\n/g, '').split(/\n(?=curl |\w+=)/)) {
      const [, name, call, pattern] = ASSIGNMENT.exec(statement) ?? [];
      outcome = await curl(words(call ?? statement, variables));
      if (name !== undefined) variables[name] = new RegExp(pattern).exec(outcome.output)![0];
    }
    outcomes.push(outcome);
  }
  return outcomes;
}

function words(command: string, variables: Variables): string[] {
  const filled = (text: string) => text.replace(/\$(\w+)/g, (_all, name: string) => variables[name]);
  return command.match(WORD)!.map((word) => word.replace(PART, (_all, literal?: string, quoted?: string, plain?: string) => (
    literal ?? (quoted === undefined ? filled(plain!) : filled(quoted).replace(/\\(.)/g, '$1'))
  )));
}

async function curl([program, ...args]: string[]): Promise<Outcome> {
  if (program !== 'curl') throw new Error(`'${program}' is none of the commands that are known without bash`);
  const { method, url, headers, body, showsHeaders } = readArguments(args);
  const { status, headers: answered, text } = await send(url, { method, headers, body });
  const head = Object.entries(answered).map(([name, value]) => `${name}: ${String(value)}`);
  return { status, output: [...(showsHeaders ? head : []), text].join('\n').trim() };
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly showsHeaders: boolean;
}

/** curl sends data by POST, and as a form unless told otherwise. */
function readArguments(args: readonly string[]): Call {
  const valuesOf = (...names: string[]) => args.filter((_argument, position) => names.includes(args[position - 1]));
  const [body] = valuesOf('-d', '--data');
  const [method = body === undefined ? 'GET' : 'POST'] = valuesOf('-X');
  const form = body === undefined ? [] : [['content-type', 'application/x-www-form-urlencoded']];
  const given = valuesOf('-H').map((header) => header.split(': ')).map(([name, value]) => [name.toLowerCase(), value]);
  const url = args.find((argument) => argument.startsWith('http://'))!;
  return { method, url, headers: Object.fromEntries([...form, ...given]) as Record<string, string>, body, showsHeaders: args.includes('-i') };
}
