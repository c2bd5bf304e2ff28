import { Lazy } from 'aws-cdk-lib';
import { Field } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  fields: { [Lazy.string({ produce: () => 'title' })]: Field.text() },
  value: 'a token',
  message: "Test/Todos: todo: a field's name must be a text, got a token (a value that only the deployment knows)",
} satisfies Mistake;
