import { Call } from './corpus';
import { Outcome } from './engines';

interface Explanation {
  readonly why: string;
  applies(call: Call, ours: Outcome, theirs: Outcome): boolean;
}

const isRefused = (outcome: Outcome) => 'error' in outcome;
const mentions = (call: Call, text: string) => JSON.stringify(call).includes(text);

/** Why the engines differ, where they do: dynoxide 1.2.1 behind DynamoDB's own answers, unless it says otherwise. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    why: 'indexes of several attributes a side: dynoxide takes the first of each (four since 3.0)',
    applies: (call) => mentions(call, '"IndexName":"wide"') || mentions(call, '"h2":{"N":"2"}'),
  },
  {
    why: 'one operand on both sides of an operator: DynamoDB refuses it, as dynalite found',
    applies: (call, ours) => mentions(call, '"n = n') && isRefused(ours),
  },
  {
    why: 'a start key outside of the query: DynamoDB refuses it, as dynalite found',
    applies: (call, ours) => mentions(call, '"ExclusiveStartKey":{"_scope":{"S":"other"}') && isRefused(ours),
  },
  {
    why: 'an empty text for a key: DynamoDB refuses it, as getmoto/moto#7062 found',
    applies: (call, ours) => call.action === 'Query' && mentions(call, '{"S":""}') && isRefused(ours),
  },
  {
    why: 'an attribute that a global index does not hold: DynamoDB refuses to project it',
    applies: (call, ours) => mentions(call, '"IndexName":"keysOnly"') && mentions(call, '"ProjectionExpression":"n"') && isRefused(ours),
  },
  {
    why: 'an element far past the end of a list: DynamoDB appends it, dynoxide fills with nulls (until 3.0)',
    applies: (call) => mentions(call, 'SET l[9]'),
  },
  {
    why: 'an element of a list that is not there: DynamoDB refuses to remove it (dynoxide since 3.0)',
    applies: (call, ours) => mentions(call, 'REMOVE l[0]') && isRefused(ours),
  },
  {
    why: 'an index key of more than 2,048 bytes: DynamoDB refuses the write',
    applies: (call, ours) => mentions(call, `"status":{"S":"${'x'.repeat(2049)}`) && isRefused(ours),
  },
  {
    why: 'time to live that is switched on twice, or off by another attribute: DynamoDB refuses it, and stays as it is',
    applies: ({ action }) => ['UpdateTimeToLive', 'DescribeTimeToLive'].includes(action),
  },
  {
    why: 'two indexes created at once: LimitExceededException in DynamoDB, ValidationException in dynoxide',
    applies: (call) => mentions(call, '"IndexName":"one"'),
  },
];
