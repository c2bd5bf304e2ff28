import { App, Stack } from 'aws-cdk-lib';
import { z } from 'zod';
import { Auth, ServerlessCrudApi } from '../../src';
import { entityFromZod, ZodLike } from '../../src/zod';

function synthesize(schema: ZodLike): App {
  const app = new App();
  new ServerlessCrudApi(new Stack(app, 'App'), 'Todos', { auth: Auth.none(), schema: entityFromZod('todo', schema) });
  return app;
}

test('mistakes are reported by the construct, with its path', () => {
  expect(() => synthesize(z.object({ at: z.date(), title: z.string().trim() }))).toThrow([
    'App/Todos: todo.at: is a Date, which JSON does not have; use z.iso.date(), or z.iso.datetime({ offset: true })',
    'App/Todos: todo.title: changes the value (trim, toLowerCase, normalize …); leave it out, or hold the value to a regex',
  ].join('\n'));
});

test.each<[string, unknown]>([['nothing', undefined], ['a zod 3 schema', { '_def': {}, '~standard': { vendor: 'zod', version: 1 } }], ['a value', 5]])(
  'what is no zod schema is said to be none: %s', (_what, schema) => {
    expect(() => synthesize(schema as ZodLike)).toThrow('App/Todos: todo: must be given a schema of zod 4.2 or later');
  });
