import { specimens } from '../fixture/entities';
import { Case, CaseFile } from '../harness/case';
import { absent, anId, anInstant, itemLike } from '../harness/matchers';
import { refused } from '../harness/problems';
import { patch, post, put } from '../harness/requests';

const LABEL = { label: 'ab' };
const serverSet = { id: anId, createdAt: anInstant, updatedAt: anInstant, version: 1 };
const UUID = '0190163d-8694-739b-aea5-966c26f8ad90';

/** A value of each JSON type. */
const OF_TYPE: Record<string, unknown> = { text: 'x', integer: 7, fraction: 7.5, true: true, array: [], object: {} };

/** Which of these types each field takes; every other is an error of type. */
const TYPES: Record<string, string[]> = {
  label: ['text'],
  note: ['text'],
  serial: ['text'],
  count: ['integer'],
  score: ['integer'],
  ratio: ['integer', 'fraction'],
  share: ['integer', 'fraction'],
  active: ['true'],
  day: ['text'],
  moment: ['text'],
  contact: ['text'],
  batch: ['text'],
  colour: ['text'],
  mood: ['text'],
  marks: ['array'],
  origin: ['object'],
};

const wrongTypes = Object.entries(TYPES).map(([field, taken]): Case => {
  const [first, ...others] = Object.entries(OF_TYPE).filter(([type]) => !taken.includes(type)).map(([, value]) => ({
    request: post('/specimens', { ...LABEL, [field]: value }),
    ...refused(400, 'validation-failed', [{ pointer: `/${field}`, code: 'type' }]),
  }));
  return { name: `${field} takes ${taken.join(' and ')}, and no other type`, collection: '/specimens', ...first, after: others };
});

/** Values of the right type that break a rule. */
const wrong: [field: string, value: unknown, code: string, pointer?: string][] = [
  ['label', 'a', 'minLength'],
  ['label', 'a'.repeat(41), 'maxLength'],
  ['label', '🥛', 'minLength'],
  ['score', -5, 'minimum'],
  ['score', 100, 'exclusiveMaximum'],
  ['score', 7, 'multipleOf'],
  ['share', 0, 'exclusiveMinimum'],
  ['share', 1.0001, 'maximum'],
  ['day', '2027-02-30', 'format'],
  ['day', '2027-02-29', 'format'],
  ['day', '2027-2-3', 'format'],
  ['day', '2027-02-03T00:00:00Z', 'format'],
  ['day', '', 'format'],
  ['moment', '2027-02-03', 'format'],
  ['moment', '2027-02-03T10:00:00', 'format'],
  ['moment', '2027-02-03 10:00:00Z', 'format'],
  ['moment', '2027-02-30T10:00:00Z', 'format'],
  ['moment', '2027-02-03T24:00:00Z', 'format'],
  ['moment', '2027-02-03T10:00:00+2', 'format'],
  ['contact', 'nobody', 'format'],
  ['contact', 'a@b@example.com', 'format'],
  ['contact', 'a@example.com\nbcc: c@example.com', 'format'],
  ['contact', '@example.com', 'format'],
  ['batch', '0190163d8694739baea5966c26f8ad90', 'format'],
  ['batch', `{${UUID}}`, 'format'],
  ['batch', `${UUID}0`, 'format'],
  ['colour', 'yellow', 'enum'],
  ['colour', 'Red', 'enum'],
  ['marks', [], 'minItems'],
  ['marks', [1, 2, 3, 4, 5, 6], 'maxItems'],
  ['marks', [1, 1], 'uniqueItems'],
  ['marks', [1, 'two'], 'type', '/marks/1'],
  ['marks', [1, -2], 'minimum', '/marks/1'],
  ['marks', [null], 'type', '/marks/0'],
  ['origin', {}, 'required', '/origin/country'],
  ['origin', { country: 'CHE' }, 'maxLength', '/origin/country'],
  ['origin', { country: 'CH', planet: 'Earth' }, 'unknown', '/origin/planet'],
  ['origin', { country: 'CH', place: { latitude: 91 } }, 'maximum', '/origin/place/latitude'],
  ['origin', { country: 'CH', place: { latitude: '46' } }, 'type', '/origin/place/latitude'],
  ['planet', 'Earth', 'unknown'],
  ['a/b~c', 1, 'unknown', '/a~1b~0c'],
  ['', 1, 'unknown'],
];

/** Values that fit, at the edge of what does; with what is stored, where it differs. */
const right: [field: string, value: unknown, stored?: unknown][] = [
  ['label', 'ab'],
  ['label', '🥛🥛'],
  ['label', '🥛'.repeat(40)],
  ['count', -9007199254740991],
  ['count', 1.0, 1],
  ['score', 0],
  ['score', 95],
  ['ratio', 1e-100],
  ['ratio', -123456.789],
  ['share', 1],
  ['share', 0.0001],
  ['active', false],
  ['day', '2028-02-29'],
  ['day', '0001-01-01'],
  ['moment', '2027-02-03T10:00:00Z', '2027-02-03T10:00:00.000Z'],
  ['moment', '2027-02-03T10:00:00.5+02:00', '2027-02-03T08:00:00.500Z'],
  ['moment', '2027-12-31T23:30:00.123-01:00', '2028-01-01T00:30:00.123Z'],
  ['contact', 'a.b+c@example.co.uk'],
  ['batch', UUID],
  ['colour', 'blue'],
  ['marks', [1]],
  ['marks', [5, 4, 3, 2, 0]],
  ['origin', { country: 'CH' }],
  ['origin', { country: 'CH', city: '', place: {} }],
  ['origin', { country: 'CH', place: { latitude: -90, longitude: 180 } }],
  ['note', null],
  ['note', ''],
  ['mood', null],
  ['mood', 'wild'],
];

export const validation: CaseFile = {
  topic: 'validation',
  cases: [
    ...wrongTypes,
    ...wrong.map(([field, value, code, pointer = `/${field}`]): Case => ({
      name: `${field} ${JSON.stringify(value)} breaks ${code}`,
      collection: '/specimens',
      request: post('/specimens', { ...LABEL, [field]: value }),
      ...refused(400, 'validation-failed', [{ pointer, code }]),
    })),
    ...right.map(([field, value, stored = value]): Case => ({
      name: `${field} ${JSON.stringify(value)} is stored${stored === value ? '' : ` as ${JSON.stringify(stored)}`}`,
      collection: '/specimens',
      request: post('/specimens', { ...LABEL, [field]: value }),
      status: 201,
      body: { ...serverSet, ...LABEL, mood: 'calm', [field]: stored },
      calls: [specimens.putItem({ ...LABEL, mood: 'calm', [field]: stored })],
    })),
    {
      name: 'all violations are told at once',
      collection: '/specimens',
      request: post('/specimens', { label: '', score: 3.5, day: 'soon', marks: [-1, 'x'], origin: { city: 5 }, planet: 1 }),
      ...refused(400, 'validation-failed', [
        { pointer: '/label', code: 'minLength' }, { pointer: '/score', code: 'type' }, { pointer: '/day', code: 'format' },
        { pointer: '/marks/0', code: 'minimum' }, { pointer: '/marks/1', code: 'type' },
        { pointer: '/origin/country', code: 'required' }, { pointer: '/origin/city', code: 'type' }, { pointer: '/planet', code: 'unknown' },
      ]),
    },
    {
      name: 'a read-only field in a create is ignored, whatever it holds',
      collection: '/specimens',
      request: post('/specimens', { ...LABEL, verdict: 42 }),
      status: 201,
      body: { ...serverSet, ...LABEL, mood: 'calm' },
      calls: [specimens.putItem({ ...LABEL, mood: 'calm' })],
    },
    {
      name: 'a read-only field in a patch is ignored',
      collection: '/specimens',
      given: { it: LABEL },
      request: patch('/specimens/{it.id}', { verdict: 'guilty', count: 1 }),
      status: 200,
      body: itemLike('it', { count: 1, updatedAt: anInstant, version: 2 }),
      calls: [specimens.patchItem('{it.id}', { set: { count: 1 } })],
    },
    {
      name: 'a replace leaves a read-only field as it is: what the client cannot write it cannot remove',
      collection: '/specimens',
      given: { it: LABEL },
      request: put('/specimens/{it.id}', { ...LABEL, verdict: 'guilty', mood: null }),
      status: 200,
      body: itemLike('it', { mood: null, updatedAt: anInstant, version: 2 }),
      calls: [specimens.replaceItem('{it.id}', { ...LABEL, mood: null }, ['attribute_not_exists(serial)'])],
    },
    {
      name: 'null removes a field in a patch, even one with a default',
      collection: '/specimens',
      given: { it: { ...LABEL, count: 3 } },
      request: patch('/specimens/{it.id}', { count: null }),
      status: 200,
      body: itemLike('it', { count: absent, updatedAt: anInstant, version: 2 }),
      calls: [specimens.patchItem('{it.id}', { remove: ['count'] })],
    },
  ],
};
