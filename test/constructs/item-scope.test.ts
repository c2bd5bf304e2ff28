import { Template } from 'aws-cdk-lib/assertions';
import { newStack, resourcesOf, TODO } from './synth';
import { Auth, EntitySchema, Field, ItemId, ItemScope, ParentAccess, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';
import { KeyModel } from '../../src/model';

const USER = new EntitySchema('user', { name: Field.text() });
const auth = Auth.jwt({ issuer: 'https://id.example.com', audience: ['app'] });

/** Users, and their todos at the same host. */
function synthChildren(users: Partial<ServerlessCrudApiProps>, todos: (parent: ServerlessCrudApi) => Partial<ServerlessCrudApiProps>): Template {
  const stack = newStack();
  const parent = new ServerlessCrudApi(stack, 'Users', { schema: USER, auth, ...users });
  new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth, host: parent.host, ...todos(parent) });
  return Template.fromStack(stack);
}

test('children are served below their parent, on the same API', () => {
  const template = synthChildren({ itemScope: ItemScope.owner() }, (users) => ({ itemScope: ItemScope.parent(users) }));

  template.resourceCountIs('AWS::ApiGatewayV2::Api', 1);
  const keys = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties.RouteKey);
  expect(keys).toEqual(expect.arrayContaining(['GET /users/{id}', 'GET /users/{id}/todos', 'PATCH /users/{id}/todos/{todoId}']));
  expect(keys.filter((key) => key === '$default')).toHaveLength(1);
});

test('the function behind $default knows the routes of all entities of the host', () => {
  const template = synthChildren({ itemScope: ItemScope.owner() }, (users) => ({ itemScope: ItemScope.parent(users) }));

  const routes = resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => properties.Environment.Variables.API_ROUTES).filter(Boolean);
  expect(routes).toHaveLength(1);
  expect(routes[0].split('\n')).toEqual(expect.arrayContaining(['GET /users', 'DELETE /users/{id}/todos/{todoId}']));
});

test('every route but $default asks for a token', () => {
  const template = synthChildren({ itemScope: ItemScope.owner() }, (users) => ({ itemScope: ItemScope.parent(users) }));

  for (const { properties } of resourcesOf(template, 'AWS::ApiGatewayV2::Route')) {
    expect([properties.RouteKey, properties.AuthorizationType]).toEqual([properties.RouteKey, properties.RouteKey === '$default' ? 'NONE' : 'JWT']);
  }
});

test.each<[string, () => unknown, string]>([
  ['an owner without a way to know the caller', () => synthChildren({ auth: Auth.none(), itemScope: ItemScope.owner() }, () => ({})),
    'Test/Users: itemScope: ItemScope.owner() needs to know the caller, but auth is Auth.none(); use Auth.jwt(...) or ItemScope.collection()'],
  ['children of anyone, reached by everyone who signs in', () => synthChildren({}, (users) => ({ itemScope: ItemScope.parent(users) })),
    'Test/Todos: itemScope: the parent has no owner and no tenant, so every caller could reach the children of every parent; '
    + "say so with access: ParentAccess.anyone(), or bind it with ParentAccess.sameAs('sub')"],
  ['a path that does not name the parent', () => synthChildren({ itemScope: ItemScope.owner() }, (users) => ({ itemScope: ItemScope.parent(users), path: '/todos' })),
    "Test/Todos: path: must contain {id}, its parents, in this order; got '/todos'"],
  ['more shards than an id can name', () => synthChildren({ itemScope: ItemScope.collection({ shards: 1000 }) }, () => ({})),
    'Test/Users: itemScope: shards must be a whole number from 1 to 256, got 1000'],
])('%s is refused', (_name, synth, message) => {
  expect(synth).toThrow(message);
});

test('children of anyone are served when that is said', () => {
  const template = synthChildren({}, (users) => ({ itemScope: ItemScope.parent(users, { access: ParentAccess.anyone() }) }));

  template.resourceCountIs('AWS::DynamoDB::GlobalTable', 2);
});

test.each<[string, Partial<ServerlessCrudApiProps>, KeyModel]>([
  ['of the table', { itemScope: ItemScope.collection({ shards: 4, writeShards: 1 }) }, { itemId: 'generated', scope: { kind: 'collection', shards: 4 } }],
  ['of a tenant', { itemScope: ItemScope.tenant('team') }, { itemId: 'generated', scope: { kind: 'tenant' } }],
  ['alone', { itemScope: ItemScope.item(), schema: new EntitySchema('user', { name: Field.text() }, { itemId: ItemId.CLIENT_CHOSEN }) },
    { itemId: 'clientChosen', scope: { kind: 'item', partitionKey: 'id' } }],
])('a child knows what the key of its parent is made of: %s', (_, props, keys) => {
  const parent = new ServerlessCrudApi(newStack(), 'Users', { schema: USER, auth, ...props });
  expect(ItemScope.parent(parent)._model).toMatchObject({ parents: [{ entity: 'user', pathParameter: 'id', ...keys }] });
});
