import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

let deep = Field.integer();
for (let level = 0; level < 40; level++) deep = Field.listOf(deep);

export default {
  fields: { grid: deep },
  value: '32',
  message: 'Test/Todos: todo.grid[][][][][][][][][][][][][][][][][][][][][][][][][][][][][][][]: is nested 32 levels deep; DynamoDB stores at most 32 with the item itself (use Field.json() or flatten)',
} satisfies Mistake;
