import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, ItemScope, ServerlessCrudApi } from '../../src';

const folders: string[] = [];
beforeAll(() => { process.env.CDK_VALIDATION = 'true'; });
afterAll(() => {
  process.env.CDK_VALIDATION = 'false';
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
});

/** What CDK's validation against CloudFormation's rules finds in a stack. */
function findingsOf(build: (stack: Stack) => void): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'validation-test-'));
  folders.push(outdir);
  const app = new App({ outdir });
  build(new Stack(app, 'Test'));
  jest.spyOn(console, 'error').mockImplementation();
  app.synth();
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap((report: { violations: { ruleName: string }[] }) => report.violations.map(({ ruleName }) => ruleName));
}

test('CloudFormation has nothing to say against the template', () => {
  const schema = new EntitySchema('todo', { title: Field.text({ minLength: 1, maxLength: 200 }) }, { indexes: [{ name: 'byTitle', sortBy: ['title'] }] });

  expect(findingsOf((stack) => {
    const auth = Auth.jwt({ issuer: 'https://id.example.com', audience: ['app'] });
    new ServerlessCrudApi(stack, 'Todos', { schema, auth, itemScope: ItemScope.owner() });
  })).toEqual([]);
}, 60_000);

test('and would say it', () => {
  const findings = findingsOf((stack) => new CfnResource(stack, 'Broken', { type: 'AWS::Lambda::Function', properties: { Runtime: 'cobol' } }));

  expect(findings).not.toEqual([]);
}, 60_000);
