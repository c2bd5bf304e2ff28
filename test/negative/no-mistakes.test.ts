import { Aws, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiHost, Auth, CrudTable, EntitySchema, Field, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';
import { newStack, synthTodos, TODO } from '../constructs/synth';

/** The model that the functions of an API are given. */
function fieldsOf(schema: EntitySchema): unknown {
  return JSON.parse(JSON.stringify(schema._schema.properties));
}

test('names of JavaScript objects are names like any other', () => {
  const fields = { constructor: Field.text(), toString: Field.text({ minLength: 1, maxLength: 10 }), hasOwnProperty: Field.flag() };
  const schema = new EntitySchema('constructor', fields, { indexes: [{ name: 'byToString', sortBy: ['toString'] }] });
  const stack = newStack();

  new ServerlessCrudApi(stack, 'Constructor', { schema, auth: Auth.none() });

  Template.fromStack(stack).hasResourceProperties('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [{ IndexName: 'byToString' }] });
});

test('a construct that extends this one hands its own props on', () => {
  interface TeamApiProps extends ServerlessCrudApiProps {
    readonly team: string;
  }
  const props: TeamApiProps = { schema: TODO, auth: Auth.none(), team: 'a' };

  expect(() => new ServerlessCrudApi(newStack(), 'Todos', props)).not.toThrow();
});

test('an option that is undefined is one that is left out', () => {
  const left = { title: Field.text({ maxLength: undefined, required: undefined }) };

  expect(fieldsOf(new EntitySchema('todo', left, { plural: undefined }))).toEqual(fieldsOf(new EntitySchema('todo', { title: Field.text() })));
});

test.each<[string, object]>([
  ['itself', {}],
  ['in a list', { list: true }],
  ['in a map', { map: true }],
])('an object of a JSON Schema document needs no required member: %s', (_, { list, map }: { list?: boolean; map?: boolean }) => {
  const address = { type: 'object', properties: { city: { type: 'string' } } };
  const member = list ? { type: 'array', items: address } : map ? { type: 'object', additionalProperties: address } : address;
  const schema = EntitySchema.fromJsonSchema('todo', { type: 'object', properties: { member } });
  const stack = newStack();

  new ServerlessCrudApi(stack, 'Todos', { schema, auth: Auth.none() });

  Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
});

test('a constant text fits the key of an index', () => {
  const document = { type: 'object', properties: { kind: { type: 'string', const: 'todo' } }, required: ['kind'] };
  const schema = EntitySchema.fromJsonSchema('todo', document, { indexes: [{ name: 'byKind', partitionBy: ['kind'] }] });
  const stack = newStack();

  new ServerlessCrudApi(stack, 'Todos', { schema, auth: Auth.none() });

  Template.fromStack(stack).hasResourceProperties('AWS::DynamoDB::GlobalTable', { GlobalSecondaryIndexes: [{ IndexName: 'byKind' }] });
});

test('options may be the getters of a class', () => {
  class Options {
    private readonly limit = 5;

    public get maxLength(): number {
      return this.limit;
    }
  }

  expect(fieldsOf(new EntitySchema('todo', { title: Field.text(new Options()) }))).toEqual({ title: { type: 'string', maxLength: 5 } });
});

test('what becomes of a default after it was given changes nothing', () => {
  const defaultValue = { tags: ['new'] };
  const schema = new EntitySchema('todo', { extra: Field.json({ defaultValue }) });

  defaultValue.tags.push('late');

  expect(fieldsOf(schema)).toEqual({ extra: { default: { tags: ['new'] } } });
});

test('tokens stand wherever the value goes into the template as it is', () => {
  const stack: Stack = newStack();
  const memory = new CfnParameter(stack, 'Memory', { type: 'Number', default: 256 });

  new ServerlessCrudApi(stack, 'Todos', {
    schema: TODO,
    auth: Auth.jwt({ issuer: `https://${Aws.REGION}.example.com`, audience: [Aws.ACCOUNT_ID] }),
    table: CrudTable.create({ tableName: `todos-${Aws.REGION}` }),
    host: ApiHost.http({ apiName: Aws.STACK_NAME, cors: { allowOrigins: [`https://${Aws.REGION}.example.com`] } }),
    functionOptions: { memorySize: memory.valueAsNumber },
  });

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { MemorySize: { Ref: 'Memory' } });
});

test('the limits themselves are allowed', () => {
  const { template } = synthTodos({
    host: ApiHost.http({ stageName: 'x'.repeat(128), cors: { maxAge: Duration.days(1), allowOrigins: ['https://app.example.com:8443'], allowCredentials: true } }),
    functionOptions: { memorySize: 10_240, timeout: Duration.seconds(30), reservedConcurrentExecutions: 0 },
    schema: new EntitySchema('t'.repeat(64), {
      n: Field.integer({ minimum: 5, maximum: 9, multipleOf: 5 }),
      x: Field.number({ minimum: 0.3, maximum: 0.3, multipleOf: 0.1 }),
      d: Field.exactDecimal({ minimum: '-0.50', maximum: '-0.5' }),
    }, { plural: 'todos' }),
  });

  template.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: { MaxAge: 86_400 } });
});
