import { NO_ITEM } from '../fixture/entities';
import { callsOf } from '../harness/calls';
import { Case, CaseFile, inCollection } from '../harness/case';
import { including, listOf, matching } from '../harness/matchers';
import { problem, refused } from '../harness/problems';
import { get, head, HttpRequestSpec, options, patch, post, put, remove, send } from '../harness/requests';

const ITEM = `/diaries/${NO_ITEM}`;
const operations: HttpRequestSpec[] = [
  post('/diaries', { title: 'a' }), get('/diaries'), head('/diaries'), get(ITEM), head(ITEM), put(ITEM, { title: 'a' }), patch(ITEM, { title: 'a' }), remove(ITEM),
  post(`${ITEM}/entries`, { text: 'a' }), get(`${ITEM}/entries`), post('/plans', { goal: 'a' }),
];

/** The gateway's own answer: AWS's body, and CORS, so that a page can read it. */
const unauthorized = {
  status: 401,
  byHost: true as const,
  headers: { 'WWW-Authenticate': matching(/^Bearer/), 'Access-Control-Allow-Origin': '*' },
  calls: [],
};
const message = { body: { message: 'Unauthorized' } };

const wrongTokens = [
  'expired', 'unsigned', 'unsignedInName', 'hmac', 'otherKey', 'unknownKey', 'keyAsPath', 'keyAtUrl', 'edited', 'cut', 'noToken',
];
const wrongHeaders: [what: string, value: string][] = [
  ['another scheme', 'Basic YW5hOmE='], ['two tokens', 'Bearer {tokens.ana}, Bearer {tokens.ben}'], ['nothing', ''], ['a scheme alone', 'Bearer '],
];

const NOT_ALLOWED = refused(405, 'method-not-allowed');
const ON_COLLECTION = { headers: { Allow: listOf('DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT') }, ...NOT_ALLOWED };
const ON_ITEM = { headers: { Allow: listOf('DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'PUT') }, ...NOT_ALLOWED };
const CHILD = `${ITEM}/entries/${NO_ITEM}`;
/** What is no operation, of an API whose one function is behind an authorizer. */
const elsewhere: [HttpRequestSpec, Pick<Case, 'status' | 'headers' | 'body' | 'calls'>][] = [
  [patch('/diaries', { title: 'a' }), ON_COLLECTION],
  [send('PURGE', '/diaries', ''), ON_COLLECTION],
  [post(ITEM, { title: 'a' }), ON_ITEM],
  [patch(`${ITEM}/entries`, { text: 'a' }), ON_COLLECTION],
  [post(CHILD, { text: 'a' }), ON_ITEM],
  ...['/diary', '/diaries/', `${ITEM}/`, `${CHILD}/more`, '/diaries//entries'].map((path) => [get(path), refused(404, 'not-found')] as [HttpRequestSpec, Case]),
];

/** It is answered to callers without a token as to those with one: no item is asked for. */
function asAnyoneAndAsCaller(cases: readonly Case[]): Case[] {
  return cases.flatMap((one) => [{ ...one, name: `${one.name} without a token`, wholeHost: true }, { ...one, name: `${one.name} for a caller`, wholeHost: true, caller: 'ana' }]);
}

const forbiddenTeams = ['teamless', 'emptyTeam', 'twoTeams', 'teamObject', 'longTeam'];
const plans = (team: string) => callsOf({ scope: `plan|tenant|${team}`, fields: ['goal'] });

export const access: CaseFile = {
  topic: 'access',
  cases: inCollection('/diaries', [
    ...operations.map((request): Case => ({
      name: `${request.method} ${request.path} without a token is 401`,
      request,
      ...unauthorized,
      ...(request.method !== 'HEAD' && message),
    })),
    ...wrongTokens.map((caller): Case => ({ name: `a token that is ${caller} is 401`, caller, request: get('/diaries'), ...unauthorized, ...message })),
    ...wrongHeaders.map(([what, Authorization]): Case => ({
      name: `Authorization with ${what} is 401`, request: get('/diaries', { Authorization }), ...unauthorized, ...message,
    })),
    {
      name: 'a preflight needs no token',
      request: options('/diaries', { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' }),
      status: 204,
      headers: { 'Access-Control-Allow-Headers': matching(/authorization/i) },
      calls: [],
    },
    ...asAnyoneAndAsCaller(elsewhere.map(([request, answer]) => ({ name: `${request.method} ${request.path} is ${answer.status}`, request, ...answer }))),
    {
      name: 'a token in the query is none',
      request: get('/diaries?access_token={tokens.ana}'),
      ...unauthorized,
      ...message,
    },
    ...forbiddenTeams.map((caller): Case => ({
      name: `a caller whose claim is ${caller} is 403 before any call`,
      collection: '/plans',
      caller,
      request: get('/plans'),
      status: 403,
      body: problem(403, 'forbidden'),
      calls: [],
    })),
    {
      name: 'the scope is judged before the body',
      collection: '/plans',
      caller: 'teamless',
      request: post('/plans', { nothing: true }),
      status: 403,
      body: problem(403, 'forbidden'),
      calls: [],
    },
    {
      name: 'a team shares its items, whoever made them',
      collection: '/plans',
      caller: 'ben',
      given: { plan: { goal: 'shared-{unique}' } },
      request: get('/plans/{plan.id}', { Authorization: 'Bearer {tokens.anaElsewhere}' }),
      status: 200,
      body: '{plan.item}',
      calls: [plans('b').getItem('{plan.id}')],
    },
    {
      name: 'another team\'s item is not found',
      collection: '/plans',
      caller: 'ben',
      given: { plan: { goal: 'secret' } },
      request: get('/plans/{plan.id}', { Authorization: 'Bearer {tokens.ana}' }),
      status: 404,
      body: problem(404, 'not-found'),
      calls: [plans('a').getItem('{plan.id}')],
    },
    {
      name: 'a claim cannot leave its place in the key',
      collection: '/plans',
      caller: 'odd',
      request: get('/plans'),
      status: 200,
      body: including({}),
      calls: [plans('a%7Cb%2Fc%252F%23%3Av%20%C3%A9').query()],
    },
  ]),
};
