import Ajv2020 from 'ajv/dist/2020';
import { modelOf, notes, operationsOf, orders, todos } from './models';
import { Json, Model, PROBLEM_CODES, routesOf } from '../../src/model';
import { ApiInfo, openapiOf } from '../../src/openapi';
import { validatorOf } from '../validator/load';

const INFO: ApiInfo = { title: 'An API', version: '1.2.3' };
const JWT: ApiInfo['access'] = { [orders.path]: { kind: 'jwt', issuer: 'https://issuer.example', audience: ['app'] } };

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Record<string, { readonly value: unknown }>;
}

interface Response {
  readonly description: string;
  readonly headers: Record<string, unknown>;
  readonly content?: Record<string, Media>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly security: object[];
  readonly requestBody?: { readonly content: Record<string, { schema: object; example?: Json }> };
  readonly responses: Record<string, Response>;
}

interface Document {
  readonly tags: { readonly name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, object>>;
}

/** The document with its references written out, as a reader sees it. */
function documentOf(models: Model[], info: ApiInfo = INFO) {
  const document = openapiOf(models, info);
  const resolve = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(resolve);
    const reference = (value as { $ref?: string }).$ref;
    if (reference === undefined) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member)]));
    const target = reference.slice(2).split('/').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], document);
    if (target === undefined) throw new Error(`${reference} leads nowhere`);
    return resolve(target);
  };
  return resolve(document) as Document;
}

interface Example {
  readonly place: string;
  readonly schema: object;
  readonly example: unknown;
}

/** Whatever has a schema may have an example of it, or several: parameters, headers, bodies. */
function examplesIn(part: object, place = ''): Example[] {
  const { schema, example, examples = {} } = part as Partial<Media>;
  const values = [...example === undefined ? [] : [example], ...Object.values(examples).map(({ value }) => value)];
  const own = typeof schema === 'object' ? values.map((value) => ({ place, schema, example: value })) : [];
  const within = Object.entries(part).filter(([name, value]) => name !== 'schema' && typeof value === 'object' && value !== null);
  return [...own, ...within.flatMap(([name, value]) => examplesIn(value as object, `${place}/${name}`))];
}

const ALL = documentOf([todos, orders, notes], { ...INFO, access: JWT });
const operations = (document = ALL) => Object.values(document.paths).flatMap((path) => Object.values(path));
const operation = (method: string, path: string, document = ALL) => document.paths[path][method];

test('every route has its operation, and no other has', () => {
  const documented = Object.entries(ALL.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const routes = [todos, orders, notes].flatMap((model) => routesOf(model)).map(({ method, path }) => `${method} ${path}`);
  expect(documented.sort()).toEqual(routes.sort());
});

test('operations are named after the entity, each once', () => {
  const names = operations().map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(operations(documentOf([todos])).map(({ operationId }) => operationId).sort()).toEqual([
    'createTodo', 'deleteTodo', 'getTodo', 'headTodo', 'headTodos', 'listTodos', 'replaceTodo', 'updateTodo',
  ]);
});

test('an entity that is served twice has two sets of names', () => {
  const { paths, components } = documentOf([todos, { ...todos, path: '/users/{userId}/todos' }], { ...INFO, access: { '/todos': { kind: 'jwt', issuer: 'i', audience: ['a'] } } });
  expect(paths['/users/{userId}/todos'].get.operationId).toBe('listTodos2');
  expect([paths['/todos'].get.security, paths['/users/{userId}/todos'].get.security]).toEqual([[{ bearer: [] }], []]);
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Todo', 'Todo2']));
});

test.each<[string, Model[]]>([
  ['a schema of another', [todos, modelOf('todo-input', todos.schema)]],
  ['another in other letters', [modelOf('orderLine', todos.schema), { ...modelOf('order-line', todos.schema), path: '/order-lines' }]],
  ['the plural of another', [todos, { ...modelOf('todos', todos.schema), path: '/all' }]],
  ['a schema that all share', [modelOf('problem', todos.schema), modelOf('violation', todos.schema), modelOf('count', todos.schema)]],
  ['its own plural', [modelOf('sheep', todos.schema, { entity: { ...todos.entity, name: 'sheep', plural: 'sheep' } })]],
])('an entity that is named like %s has names of its own', (_what, models) => {
  const { paths, components, tags } = documentOf(models);
  const names = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(names).size).toBe(models.length * 8);
  expect(new Set(tags.map(({ name }) => name)).size).toBe(models.length);
  // item, input, patch and page of each; problem, violation and the gateway's message
  expect(Object.keys(components.schemas)).toHaveLength(models.length * 4 + 3);
});

test.each<[string, string, string, string]>([
  ['post', '/todos', 'todo', '201 204 400 406 412 413 415 429 500 503'],
  ['get', '/todos', 'todo', '200 400 406 429 500 503'],
  ['get', '/todos/{id}', 'todo', '200 304 400 404 406 412 429 500 503'],
  ['put', '/todos/{id}', 'todo', '200 204 400 404 406 409 412 413 415 429 500 503'],
  ['patch', '/todos/{id}', 'todo', '200 204 400 404 406 409 412 413 415 429 500 503'],
  ['delete', '/todos/{id}', 'todo', '204 400 404 406 412 429 500 503'],
  ['post', '/users/{userId}/order-lines', 'everything', '201 204 400 401 403 404 406 409 412 413 415 422 429 500 503'],
  ['put', '/users/{userId}/order-lines/{lineId}', 'everything', '200 201 204 400 401 403 404 406 409 412 413 415 422 428 429 500 503'],
  ['put', '/users/{userId}/order-lines', 'everything', '200 201 204 400 401 403 404 406 409 412 413 415 422 428 429 500 503'],
  ['post', '/users/{userId}/order-lines/batch', 'everything', '200 207 400 401 403 404 406 409 412 413 415 428 429 500 503'],
  ['get', '/users/{userId}/order-lines/count', 'everything', '200 400 401 403 404 406 429 500 503'],
  ['delete', '/users/{userId}/order-lines', 'everything', '200 400 401 403 404 406 429 500 503'],
  ['post', '/users/{userId}/order-lines/{lineId}/restore', 'everything', '200 204 400 401 403 404 406 409 412 429 500 503'],
  ['post', '/notes', 'a shape of its own', '200 204 400 406 412 413 415 429 500 503'],
])('%s %s has its statuses (%s)', (method, path, _what, statuses) => {
  expect(Object.keys(operation(method, path).responses).join(' ')).toBe(statuses);
});

test('every problem names the codes that it can have there', () => {
  for (const { operationId, responses } of operations()) {
    for (const [status, { content }] of Object.entries(responses)) {
      const problem = content?.['application/problem+json'];
      if (!problem) continue;
      const codes = (problem.schema as { allOf: { properties: { code: { enum: string[] } } }[] }).allOf[1].properties.code.enum;
      const possible: readonly string[] = PROBLEM_CODES[Number(status) as keyof typeof PROBLEM_CODES];
      expect([operationId, status, codes.filter((code) => !possible.includes(code))]).toEqual([operationId, status, []]);
    }
  }
  const conflicts = (method: string, path: string) => /: (.*)/.exec(operation(method, path).responses[409].description)?.[1];
  expect(conflicts('post', '/users/{userId}/order-lines')).toBe('`already-exists`, `unique-violation`, `conflict`');
  expect(conflicts('delete', '/users/{userId}/order-lines/{lineId}')).toBe('`conflict`');
  expect(conflicts('patch', '/todos/{id}')).toBe('`conflict`');
});

test('answers have their headers', () => {
  const headers = (method: string, path: string, status: number) => Object.keys(operation(method, path).responses[status].headers);
  const always = ['X-Request-Id', 'X-Content-Type-Options'];
  expect(headers('post', '/todos', 201)).toEqual(['ETag', 'Location', 'Preference-Applied', ...always]);
  expect(headers('get', '/todos', 200)).toEqual(['Link', ...always]);
  expect(headers('get', '/todos/{id}', 304)).toEqual(['ETag', ...always]);
  expect(headers('patch', '/todos/{id}', 415)).toEqual(['Accept-Patch', ...always]);
  expect(headers('put', '/todos/{id}', 412)).toEqual(['ETag', ...always]);
  expect(headers('delete', '/todos/{id}', 503)).toEqual(['Retry-After', ...always]);
  expect(headers('post', '/users/{userId}/order-lines', 201)).toContain('Idempotency-Replayed');
});

test('HEAD is GET without a body', () => {
  const { get, head } = ALL.paths['/todos/{id}'];
  expect(Object.keys(head.responses)).toEqual(Object.keys(get.responses));
  expect(Object.values(head.responses).filter(({ content }) => content)).toEqual([]);
  expect(head.parameters).toEqual(get.parameters);
});

describe('parameters', () => {
  const names = (method: string, path: string) => operation(method, path).parameters?.map(({ name }) => name) ?? [];

  test('of a list: pages, fields, and filters by what is filterable or a key', () => {
    expect(names('get', '/todos')).toEqual([
      'limit', 'cursor', 'order', 'consistent', 'fields', 'id', 'id:lt', 'id:lte', 'id:gt', 'id:gte', 'id:between', 'id:beginsWith',
    ]);
    const filters = names('get', '/users/{userId}/order-lines').filter((name) => !['userId', 'limit', 'cursor', 'order', 'index', 'consistent', 'fields'].includes(name));
    expect([...new Set(filters.map((name) => name.split(':')[0]))]).toEqual(['id', 'state', 'price', 'createdAt', 'address.city', 'marks', 'limit']);
    expect(filters).toEqual(expect.arrayContaining(['state', 'state:in', 'price:between', 'marks:contains', 'limit:eq', 'address.city:beginsWith']));
    expect(filters).not.toContain('price:ne');
  });

  test('of several values: a list without repeats of the name, which are refused', () => {
    const named = (wanted: string) => operation('get', '/users/{userId}/order-lines').parameters?.find(({ name }) => name === wanted);
    expect(named('state:in')).toMatchObject({ schema: { type: 'array', items: { type: 'string', enum: ['open', 'sent'] }, minItems: 1, maxItems: 100 }, explode: false });
    expect(named('price:between')).toMatchObject({ schema: { type: 'array', items: { type: 'string', format: 'decimal' }, minItems: 2, maxItems: 2 }, explode: false });
  });

  test('of the header, where they mean something', () => {
    const header = (method: string, path: string) => operation(method, path).parameters?.filter((parameter) => parameter.in === 'header').map(({ name }) => name) ?? [];
    expect(header('get', '/todos')).toEqual([]);
    expect(header('post', '/todos')).toEqual(['If-None-Match', 'Prefer']);
    expect(header('patch', '/todos/{id}')).toEqual(['If-Match', 'If-None-Match', 'Prefer']);
    expect(header('post', '/users/{userId}/order-lines')).toEqual(['If-None-Match', 'Idempotency-Key', 'Prefer']);
  });

  test('of the path, by the names that the API has for them', () => {
    expect(names('delete', '/users/{userId}/order-lines/{lineId}').slice(0, 2)).toEqual(['userId', 'lineId']);
  });
});

describe('schemas', () => {
  const { schemas } = ALL.components as unknown as Record<'schemas', Record<string, { properties: Record<string, object>; required: string[]; additionalProperties: unknown }>>;

  test('of an item: without what is write-only, with what the server sets', () => {
    expect(Object.keys(schemas.OrderLine.properties)).not.toContain('secret');
    expect(schemas.Todo.required).toEqual(['title', 'id', 'createdAt', 'updatedAt', 'version']);
    expect(schemas.Note.required).toEqual(['id']);
  });

  test('of what a client sends: nothing is demanded that the server sets or has a default for', () => {
    expect(schemas.TodoInput.required).toEqual(['title']);
    expect(schemas.NewOrderLine.required).toEqual(['id', 'sku', 'price', 'address']);
    expect(schemas.TodoInput.properties.completed).toEqual({ type: 'boolean', description: 'Absent: `false`' });
    expect([schemas.TodoInput.additionalProperties, schemas.NoteInput.additionalProperties]).toEqual([false, true]);
  });

  test('of a field say in words what JSON Schema has no keyword for', () => {
    const describe = (name: string) => (schemas.OrderLineInput.properties[name] as { description?: string }).description;
    expect(describe('sku')).toBe('Set on create, fixed then. No two items have the same');
    expect(describe('price')).toBe('A decimal, exact to 38 digits. At least 0');
    expect(describe('photo')).toBe('Binary, in base64');
    expect((schemas.OrderLine.properties.self as { description?: string }).description).toBe('The path of the item itself');
  });

  test('of a patch: nothing is demanded, and null removes', () => {
    expect(schemas.TodoPatch.required).toBeUndefined();
    expect([schemas.TodoPatch.properties.title, schemas.TodoPatch.properties.description])
      .toEqual([{ type: 'string', minLength: 1, maxLength: 200 }, { type: ['string', 'null'] }]);
  });

  test('of pages and items, by the shape that the API has', () => {
    const shape = (method: string, path: string, status: number) =>
      (operation(method, path).responses[status].content!['application/json'].schema as { type: string; properties?: object });
    expect(Object.keys(shape('get', '/users/{userId}/order-lines', 200).properties!)).toEqual(['items', 'count', 'nextCursor']);
    expect(shape('get', '/notes', 200).type).toBe('array');
    expect(Object.keys(shape('get', '/notes/{id}', 200).properties!)).toEqual(['note']);
  });
});

describe('examples', () => {
  test('fit the schemas beside them', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, meta: false, validateSchema: false });
    const examples = examplesIn(ALL.paths);
    expect(examples.length).toBeGreaterThan(500);
    for (const { place, schema, example } of examples) {
      ajv.validate(schema, example);
      expect([place, ajv.errors]).toEqual([place, null]);
    }
  });

  test('of problems are one a code', () => {
    for (const { operationId, responses } of operations()) {
      for (const [status, { content }] of Object.entries(responses)) {
        const problem = content?.['application/problem+json'];
        if (!problem) continue;
        const codes = (problem.schema as { allOf: { properties: { code: { enum: string[] } } }[] }).allOf[1].properties.code.enum;
        expect([operationId, status, Object.keys(problem.examples!)]).toEqual([operationId, status, codes]);
      }
    }
  });

  test('are valid for the validator that judges them in truth', () => {
    const { id: _, expiresAt: __, ...line } = operation('post', '/users/{userId}/order-lines').requestBody!.content['application/json'].example as Record<string, Json>;
    expect(validatorOf(orders.schema).item(line)).toEqual([]);
    expect(validatorOf(todos.schema).item(operation('post', '/todos').requestBody!.content['application/json'].example)).toEqual([]);
    expect(validatorOf(todos.schema).patch(operation('patch', '/todos/{id}').requestBody!.content['application/merge-patch+json'].example)).toEqual([]);
  });

  test('are left out where none is plain to see', () => {
    const plates = modelOf('plate', { type: 'object', required: ['number'], properties: { number: { type: 'string', pattern: '^[A-Z]{2}\\d{4}$' } } });
    expect(operation('post', '/plates', documentOf([plates])).requestBody!.content['application/json']).not.toHaveProperty('example');
  });
});

test('access is said for each operation', () => {
  expect(operation('get', '/todos').security).toEqual([]);
  expect(operation('get', '/users/{userId}/order-lines').security).toEqual([{ bearer: [] }]);
  expect(ALL.components.securitySchemes).toEqual({
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token of https://issuer.example for app' },
  });
});

test('two issuers are two schemes', () => {
  const access = { '/todos': { kind: 'jwt', issuer: 'https://a.example', audience: ['a'] }, '/notes': { kind: 'jwt', issuer: 'https://b.example', audience: ['b'] } } as const;
  const document = documentOf([todos, notes], { ...INFO, access });
  expect(Object.keys(document.components.securitySchemes)).toEqual(['bearer', 'bearer2']);
  expect(operation('get', '/notes', document).security).toEqual([{ bearer2: [] }]);
});

test('components are those that something refers to', () => {
  const document = openapiOf([todos, orders, notes], { ...INFO, access: JWT });
  const text = JSON.stringify(document);
  const components = Object.entries(document.components as Record<string, object>).filter(([section]) => section !== 'securitySchemes')
    .flatMap(([section, parts]) => Object.keys(parts).map((name) => `#/components/${section}/${name}`));
  expect(components.filter((reference) => !text.includes(`"${reference}"`))).toEqual([]);
});

test('the document says what it is told about the API', () => {
  const info = { ...INFO, description: 'Mine', license: { name: 'MIT', identifier: 'MIT' }, contact: { email: 'ops@example.com' } };
  expect(openapiOf([modelOf('todo', todos.schema, { operations: operationsOf(['list']) })], { ...info, servers: [{ url: 'https://api.example.com' }] }))
    .toMatchObject({ openapi: '3.1.1', info, servers: [{ url: 'https://api.example.com' }] });
});
