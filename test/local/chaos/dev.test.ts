import { RequestRecord } from '../../../src/local';
import { FAULT_KINDS } from '../../../src/local/dynamodb';
import { handler, httpApi, synthesizeStack, table } from '../support/cdk-app';
import { runCommand, RunningCommand } from '../support/command';
import { folderWith } from '../support/files';
import { send } from '../support/http-client';

const PUT = `
  try { return await dynamo('PutItem', { Item: { id: { S: event.queryStringParameters.id } } }) } catch (error) { return { error: error.cause.code } }
`;

let assembly: string;
beforeAll(() => {
  assembly = synthesizeStack((stack) => {
    const notes = table(stack, 'Notes');
    const lambda = handler(stack, 'F', PUT, { environment: { TABLE_NAME: notes.tableName } });
    notes.grant(lambda, 'dynamodb:PutItem');
    httpApi(stack, 'Api', { 'PUT /': lambda });
  });
});

/** Makes the same requests of an app that is started with a seed; returns the fault of each call. */
async function metFaults(seed: number): Promise<{ faults: (string | undefined)[]; stdout: string }> {
  const command = new RunningCommand(['dev', '--app', assembly, '--port', '0', '--no-watch', '--chaos', String(seed)], folderWith({}));
  try {
    const [, url] = await command.says(/API +(http:\S+)[^]*Chaos/);
    for (let count = 0; count < 40; count++) await send(`${url}/?id=${count}`, { method: 'PUT' });
    await command.says(/( {2}PUT .*\n){40}/);
    const records = JSON.parse((await send(`${url}/_console/requests`)).text) as RequestRecord[];
    return { faults: records.reverse().map(({ calls }) => calls[0]!.fault), stdout: command.stdout };
  } finally {
    command.signal('SIGKILL');
    await command.ended;
  }
}

test('dev --chaos says what it does, shows which call met what, and does the same for the same seed', async () => {
  const { faults, stdout } = await metFaults(11);
  expect(stdout).toContain('  Chaos with seed 11: calls from functions to DynamoDB meet faults; ');
  for (const kind of FAULT_KINDS) expect(stdout).toMatch(new RegExp(`^ {4}${kind} +\\S+ %  \\S`, 'm'));
  const met = faults.filter((fault) => fault !== undefined);
  expect(met.length).toBeGreaterThan(0);
  for (const fault of met) expect(stdout).toContain(`PutItem [${fault}]`);
  expect((await metFaults(11)).faults).toEqual(faults);
});

test.each(['x', '-1', '1.5', '', '9007199254740992'])('--chaos=%s is one line of error', async (seed) => {
  expect(await runCommand(['dev', `--chaos=${seed}`], folderWith({}))).toEqual({
    code: 1, stdout: '', stderr: `--chaos is '${seed}'; it must be a whole number from 0 to 9007199254740991\n`,
  });
});
