import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { newStack, resourcesOf, synthTodos } from './synth';
import { Auth, CrudTable, EntitySchema, EntitySchemaOptions, Field, ItemScope, Operation, Operations, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';

const user = (options?: EntitySchemaOptions) => new EntitySchema('user', { email: Field.email({ unique: true }) }, options);

/** The DynamoDB rights of an operation's function: `PutItem`, or `PutItem in transactions`, with `@Table` where it is another one. */
function rightsOf(operation: Operation, props: Partial<ServerlessCrudApiProps>): string[] {
  const { template } = synthTodos({ operations: Operations.only(operation), ...props });
  const [{ properties }] = resourcesOf(template, 'AWS::IAM::Role').filter(({ id }) => id.toLowerCase().startsWith(`todos${operation}function`));
  const statements: any[] = properties.Policies[0].PolicyDocument.Statement;
  return statements.filter(({ Action }) => String(Action).startsWith('dynamodb:')).map(({ Action, Resource, Condition }) => {
    const condition = Condition && { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
    expect(Condition).toEqual(condition);
    const table = /^TodosRecords/.test(Resource['Fn::GetAtt'][0]) ? '@Records' : '';
    return Action.replace('dynamodb:', '') + table + (Condition ? ' in transactions' : '');
  });
}

test.each<[string, Operation, Partial<ServerlessCrudApiProps>, string[]]>([
  ['a create with unique values', Operation.CREATE, { schema: user() }, ['PutItem']],
  ['an update with unique values', Operation.UPDATE, { schema: user() },
    ['UpdateItem', 'GetItem', 'PutItem in transactions', 'DeleteItem in transactions']],
  ['a delete with unique values', Operation.DELETE, { schema: user() }, ['DeleteItem', 'GetItem']],
  ['a delete that can be undone', Operation.DELETE, { schema: new EntitySchema('todo', { title: Field.text() }, { softDelete: Duration.days(30) }) }, ['UpdateItem']],
  ['a create that can be repeated', Operation.CREATE, { request: { idempotencyKey: true } }, ['PutItem', 'GetItem']],
  ['clearing', Operation.CLEAR, {}, ['Query', 'BatchWriteItem']],
  ['clearing with unique values', Operation.CLEAR, { schema: user() }, ['Query', 'DeleteItem in transactions']],
  ['a batch', Operation.BATCH, { operations: Operations.only(Operation.BATCH, Operation.CREATE, Operation.DELETE) }, ['PutItem', 'DeleteItem']],
  ['unique values without a scope', Operation.CREATE, { schema: user(), itemScope: ItemScope.item() }, ['PutItem', 'PutItem@Records in transactions']],
])('%s may do what it does, and no more', (_name, operation, props, expected) => {
  expect(rightsOf(operation, props)).toEqual(expected);
});

test('a child that must have a parent may look for it, in the transaction that creates it', () => {
  const stack = newStack();
  const auth = Auth.none();
  const users = new ServerlessCrudApi(stack, 'Users', { schema: user(), auth });
  const notes = new EntitySchema('note', { text: Field.text() });
  new ServerlessCrudApi(stack, 'Notes', {
    schema: notes, auth, host: users.host, itemScope: ItemScope.parent(users, { requireParent: true }), operations: Operations.only(Operation.CREATE),
  });
  const template = Template.fromStack(stack);

  const [{ properties }] = resourcesOf(template, 'AWS::IAM::Role').filter(({ id }) => id.startsWith('NotesCreate'));
  expect(properties.Policies[0].PolicyDocument.Statement).toEqual(expect.arrayContaining([{
    Effect: 'Allow',
    Action: 'dynamodb:ConditionCheckItem',
    Resource: { 'Fn::GetAtt': [expect.stringMatching(/^UsersTable/), 'Arn'] },
    Condition: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
  }]));
});

test('a table that exists is used by its own key, and nothing of it is created', () => {
  const stack = newStack();
  const table = new TableV2(stack, 'Old', { partitionKey: { name: 'orderId', type: AttributeType.STRING } });
  new ServerlessCrudApi(stack, 'Orders', {
    schema: new EntitySchema('order', { total: Field.exactDecimal() }),
    auth: Auth.none(),
    itemScope: ItemScope.item(),
    table: CrudTable.fromTable(table, { partitionKey: 'orderId' }),
  });
  const template = Template.fromStack(stack);

  template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
  for (const { properties } of resourcesOf(template, 'AWS::Lambda::Function')) {
    expect(properties.Environment.Variables.TABLE_NAME).toEqual({ Ref: expect.stringMatching(/^Old/) });
  }
});
