import { todos } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { anId, anInstant, including, itemLike, matching } from '../harness/matchers';
import { refused } from '../harness/problems';
import { get, patch, post, put, send } from '../harness/requests';

const BODY = '{"title":"typed"}';
const stored = { id: anId, title: 'typed', completed: false, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const put_ = [todos.putItem({ title: 'typed', completed: false })];

const accepted = [
  'application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8', 'application/json; charset="utf-8"', 'Application/JSON',
];
const unsupported = [
  'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'application/jsonp', 'json', '*/*',
  'application/json; charset=iso-8859-1', 'application/json; charset=utf-16', 'application/json, text/plain',
];

const form = send('POST', '/todos', 'title=typed', { 'Content-Type': 'application/x-www-form-urlencoded' });

export const mediaTypes: CaseFile = {
  topic: 'media types',
  cases: [
    ...accepted.map((type): Case => ({
      name: `Content-Type: ${type} is JSON`,
      request: send('POST', '/todos', BODY, { 'Content-Type': type }),
      status: 201,
      body: stored,
      calls: put_,
    })),
    ...unsupported.map((type): Case => ({
      name: `Content-Type: ${type} is 415`,
      request: send('POST', '/todos', BODY, { 'Content-Type': type }),
      ...refused(415, 'unsupported-media-type'),
    })),
    { name: 'a form is 415', request: form, ...refused(415, 'unsupported-media-type') },
    { name: 'a body without a type is 415', request: send('POST', '/todos', BODY), ...refused(415, 'unsupported-media-type') },
    {
      name: 'a content encoding is 415',
      request: send('POST', '/todos', BODY, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }),
      ...refused(415, 'unsupported-media-type'),
    },
    {
      name: 'Content-Encoding: identity is none',
      request: send('POST', '/todos', BODY, { 'Content-Type': 'application/json', 'Content-Encoding': 'identity' }),
      status: 201,
      body: stored,
      calls: put_,
    },
    {
      name: 'PUT of another type is 415',
      given: { todo: { title: 'typed' } },
      request: put('/todos/{todo.id}', { title: 'new' }, { 'Content-Type': 'text/plain' }),
      ...refused(415, 'unsupported-media-type'),
    },
    ...['text/plain', 'application/json-patch+json'].map((type): Case => ({
      name: `PATCH of ${type} is 415 and says what is accepted`,
      given: { todo: { title: 'typed' } },
      request: patch('/todos/{todo.id}', { title: 'new' }, { 'Content-Type': type }),
      ...refused(415, 'unsupported-media-type'),
      headers: { 'Accept-Patch': matching(/application\/merge-patch\+json/) },
    })),
    {
      name: 'a merge patch is UTF-8, said or not',
      given: { todo: { title: 'typed' } },
      request: patch('/todos/{todo.id}', { title: 'né' }, { 'Content-Type': 'application/merge-patch+json; charset=utf-8' }),
      status: 200,
      body: itemLike('todo', { title: 'né', updatedAt: anInstant, version: 2 }),
      calls: [todos.patchItem('{todo.id}', { set: { title: 'né' } })],
    },
    ...['application/json', '*/*', 'application/*', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/json;q=0.1', ''].map((accept): Case => ({
      name: `Accept: ${accept} takes JSON`,
      request: get('/todos?limit=1', { Accept: accept }),
      status: 200,
      body: including({}),
      calls: [todos.query({ Limit: 1 })],
    })),
    ...['text/html', 'application/xml, text/*', 'application/json;q=0', 'image/*', '*/*;q=0'].map((accept): Case => ({
      name: `Accept: ${accept} is 406`,
      request: get('/todos?limit=1', { Accept: accept }),
      ...refused(406, 'not-acceptable'),
    })),
    {
      name: 'a type is judged before the syntax',
      request: send('POST', '/todos', '{', { 'Content-Type': 'text/plain' }),
      ...refused(415, 'unsupported-media-type'),
    },
    {
      name: 'a write is judged by Accept before anything is stored',
      request: post('/todos', { title: 'typed' }, { Accept: 'text/html' }),
      ...refused(406, 'not-acceptable'),
    },
  ],
};
