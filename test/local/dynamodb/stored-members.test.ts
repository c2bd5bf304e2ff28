import fc from 'fast-check';
import { membersOf } from '../../../src/local/dynamodb/storage/stored-members';
import { Item, pick } from '../../../src/local/dynamodb/values/attribute-value';

/** What looks like the JSON that it is within. */
const text = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\\"', '{"S":"a"}', '}', ']', '":"', '"status":{"S":"x"}', '\u0000', 'ü', '\ud83d\ude00', '__proto__'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({ S: text }), fc.record({ B: text }), fc.record({ N: fc.integer().map(String) }), fc.record({ BOOL: fc.boolean() }),
    fc.record({ SS: fc.array(text) }), fc.record({ L: fc.array(tie('value')) }), fc.record({ M: fc.dictionary(text, tie('value')) }),
  ),
}));

test('attributes are found in the JSON of any item, as in the item itself', () => {
  fc.assert(fc.property(fc.dictionary(text, value), fc.array(text), (attributes, others) => {
    const json = JSON.stringify(attributes);
    const item = JSON.parse(json) as Item;
    const names = new Set([...Object.keys(item).filter((_, index) => index % 2 === 0), ...others]);
    expect(membersOf(json, names)).toEqual(pick(item, names));
  }), { numRuns: 2000 });
});
