import { specimens } from '../fixture/entities';
import { conditionFails } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { anInstant, itemLike } from '../harness/matchers';
import { problem } from '../harness/problems';
import { get, patch, put } from '../harness/requests';

const given = { it: { label: 'ab', serial: 'S-1' } };
const changed = { updatedAt: anInstant, version: 2 };

/** The store alone knows the value, so its condition decides; the answer says which field it is, and the item stays as it was. */
const refusedField: Pick<Case, 'status' | 'body' | 'after'> = {
  status: 400,
  body: problem(400, 'validation-failed', [{ pointer: '/serial', code: 'immutable' }]),
  after: [{ request: get('/specimens/{it.id}'), status: 200, body: '{it.item}', calls: [specimens.getItem('{it.id}')] }],
};

export const immutable: CaseFile = {
  topic: 'immutable fields',
  cases: inCollection('/specimens', [
    {
      name: 'a patch may repeat the value',
      given,
      request: patch('/specimens/{it.id}', { serial: 'S-1', count: 1 }),
      status: 200,
      body: itemLike('it', { ...changed, count: 1 }),
      calls: [specimens.patchItem('{it.id}', { set: { serial: 'S-1', count: 1 }, guards: ['serial = "S-1"'] })],
    },
    {
      name: 'a patch cannot change the value',
      given,
      request: patch('/specimens/{it.id}', { serial: 'S-2' }),
      ...refusedField,
      calls: [specimens.patchItem('{it.id}', { set: { serial: 'S-2' }, guards: ['serial = "S-2"'] }, conditionFails)],
    },
    {
      name: 'a patch cannot remove the value',
      given,
      request: patch('/specimens/{it.id}', { serial: null }),
      ...refusedField,
      calls: [specimens.patchItem('{it.id}', { remove: ['serial'], guards: ['attribute_not_exists(serial)'] }, conditionFails)],
    },
    {
      name: 'a patch cannot add a value that the create did not set',
      given: { it: { label: 'ab' } },
      request: patch('/specimens/{it.id}', { serial: 'S-1' }),
      ...refusedField,
      calls: [specimens.patchItem('{it.id}', { set: { serial: 'S-1' }, guards: ['serial = "S-1"'] }, conditionFails)],
    },
    {
      name: 'a replace that repeats the value goes through',
      given,
      request: put('/specimens/{it.id}', { label: 'cd', serial: 'S-1' }),
      status: 200,
      body: itemLike('it', { ...changed, label: 'cd' }),
      calls: [specimens.replaceItem('{it.id}', { label: 'cd', serial: 'S-1', mood: 'calm' }, ['serial = "S-1"'])],
    },
    {
      name: 'a replace cannot change the value',
      given,
      request: put('/specimens/{it.id}', { label: 'cd', serial: 'S-2' }),
      ...refusedField,
      calls: [specimens.replaceItem('{it.id}', { label: 'cd', serial: 'S-2', mood: 'calm' }, ['serial = "S-2"'], conditionFails)],
    },
    {
      name: 'a replace cannot leave the value out',
      given,
      request: put('/specimens/{it.id}', { label: 'cd' }),
      ...refusedField,
      calls: [specimens.replaceItem('{it.id}', { label: 'cd', mood: 'calm' }, ['attribute_not_exists(serial)'], conditionFails)],
    },
  ]),
};
