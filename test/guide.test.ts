import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { transpile } from 'typescript';
import * as library from '../src';

const guide = readFileSync(join(__dirname, '..', 'docs', 'guide.md'), 'utf8');
const blocks = [...guide.matchAll(/^## (.+)\n(?:(?!^## )[^])*?^```ts\n([^]*?)^```$/gm)].map(([, title, code]) => [title, code]);

/** What the reader of a block is told to import, and CDK's own. */
const names = { ...cdk, ...library, Table, Role, AccountRootPrincipal };

test('each chapter has its example', () => {
  expect(blocks.map(([title]) => title)).toEqual([...guide.matchAll(/^## (.+)$/gm)].map(([, title]) => title));
});

test.each(blocks)('%s: synthesizes as it stands', (_title, code) => {
  const stack = new cdk.Stack(new cdk.App(), 'Guide');
  new Function(...Object.keys(names), transpile(code)).call(stack, ...Object.values(names));
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::Lambda::Function')).length).toBeGreaterThan(0);
});
