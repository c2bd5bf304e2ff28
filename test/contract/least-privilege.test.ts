import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeFixture } from './fixture/app';
import { NO_ITEM } from './fixture/entities';
import { startAssembly } from './fixture/local';
import { exchange } from './harness/http';
import { brokenInvariants } from './harness/invariants';
import { get, HttpRequestSpec, patch, post, put, remove } from './harness/requests';

interface Statement { readonly Action: string | readonly string[] }
interface Template {
  readonly Resources: Record<string, { Type: string; Properties: { Policies?: { PolicyDocument: { Statement: Statement[] } }[] } }>;
}

const OPERATIONS = {
  create: post('/todos', { title: 'allowed?' }),
  list: get('/todos'),
  get: get(`/todos/${NO_ITEM}`),
  replace: put(`/todos/${NO_ITEM}`, { title: 'allowed?' }),
  update: patch(`/todos/${NO_ITEM}`, { title: 'allowed?' }),
  delete: remove(`/todos/${NO_ITEM}`),
} satisfies Record<string, HttpRequestSpec>;

/** The roles of an entity: the one action of each, and the operations that stand on it. */
const MATRIX: [role: string, action: string, operations: string[]][] = [
  ['TodosCreateFunctionRole', 'dynamodb:PutItem', ['create']],
  ['TodosListFunctionRole', 'dynamodb:Query', ['list']],
  ['TodosGetFunctionRole', 'dynamodb:GetItem', ['get']],
  ['TodosUpdateFunctionRole', 'dynamodb:UpdateItem', ['replace', 'update']],
  ['TodosDeleteFunctionRole', 'dynamodb:DeleteItem', ['delete']],
];

/** Takes the statement of one action out of one role of the synthesized template. */
function withdraw(directory: string, role: string, action: string): void {
  const file = join(directory, 'Contract.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const [resource] = Object.entries(template.Resources).filter(([id, { Type }]) => Type === 'AWS::IAM::Role' && id.startsWith(role)).map(([, found]) => found);
  const document = resource.Properties.Policies![0].PolicyDocument;
  const kept = document.Statement.filter((statement) => statement.Action !== action);
  expect(kept).toHaveLength(document.Statement.length - 1);
  document.Statement = kept;
  writeFileSync(file, JSON.stringify(template));
}

const workspace = mkdtempSync(join(tmpdir(), 'least-privilege-'));
const original = join(workspace, 'original');
beforeAll(() => void synthesizeFixture(original), 120_000);
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

test.each(MATRIX)('without its action in %s, exactly its operations are denied (%s)', async (role, action, operations) => {
  const changed = join(workspace, role);
  cpSync(original, changed, { recursive: true });
  withdraw(changed, role, action);
  const fixture = await startAssembly(changed);
  try {
    const denied: string[] = [];
    for (const [operation, request] of Object.entries(OPERATIONS)) {
      const answer = await exchange(fixture.target.collections['/todos'], request);
      const calls = await fixture.target.callsOf!('/todos', answer.headers['x-request-id'], 1);
      if (calls.every(({ allowed }) => allowed)) {
        expect({ operation, status: answer.status }).toEqual({ operation, status: operation === 'list' ? 200 : operation === 'create' ? 201 : 404 });
        continue;
      }
      denied.push(operation);
      expect(calls).toMatchObject([{ action: action.replace('dynamodb:', ''), allowed: false, error: 'AccessDeniedException' }]);
      expect(answer.status).toBe(500);
      expect(JSON.parse(answer.body.toString())).toMatchObject({ status: 500, code: 'internal' });
      expect(brokenInvariants(request, answer)).toEqual(['status 500 where nothing went wrong']);
    }
    expect(denied).toEqual(operations);
  } finally {
    await fixture.stop();
  }
});
