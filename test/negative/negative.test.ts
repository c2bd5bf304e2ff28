import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from './mistake';
import { Auth, EntitySchema, ServerlessCrudApi } from '../../src';
import { newStack, TODO } from '../constructs/synth';

const CASES = join(__dirname, 'cases');
const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort();

/** The message that the mistake ends the synthesis with. */
function messageOf({ fields, schema, props, build }: Mistake): string {
  const stack = newStack();
  try {
    if (build) build(stack);
    else new ServerlessCrudApi(stack, 'Todos', { schema: schema ?? (fields ? new EntitySchema('todo', fields) : TODO), auth: Auth.none(), ...props });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('synthesized without complaint');
}

test.each(files)('%s', (file) => {
  const { default: mistake } = jest.requireActual<{ default: Mistake }>(join(CASES, file));

  const message = messageOf(mistake);

  expect(message).toBe(mistake.message);
  for (const line of message.split('\n')) expect(line).toMatch(/^Test\/\w+: .*[^.]$/);
  if (mistake.value !== undefined) expect(message).toContain(mistake.value);
});

test('there are at least 60', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
});
