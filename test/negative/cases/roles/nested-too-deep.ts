import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

let deep = Field.text();
for (let level = 0; level < 40; level++) deep = Field.nested({ child: deep });

export default {
  fields: { tree: deep },
  value: '32',
  message: 'Test/Todos: todo.tree.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child.child: is nested 32 levels deep; DynamoDB stores at most 32 with the item itself (use Field.json() or flatten)',
} satisfies Mistake;
