import { Annotations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Model } from '../model';
import { AuthModel } from './auth-model';

/** What is allowed and may not be meant. Each can be acknowledged by its id, `cdk-serverless-crud-api:publicApi`. */
export function warn(construct: Construct, model: Model, auth: AuthModel): void {
  const say = (id: string, text: string) => Annotations.of(construct).addWarningV2(`cdk-serverless-crud-api:${id}`, text);
  if (auth.kind === 'none') say('publicApi', 'anyone can read and write these items: auth is Auth.none()');
  if (!isListable(model)) {
    say('unlistable', 'a list has nothing to read, since ItemScope.item() spreads items by their ids; declare an index, allow request: { allowScan: true }, or leave out LIST and COUNT');
  }
}

function isListable({ operations, scope, indexes, request }: Model): boolean {
  return scope.kind !== 'item' || indexes.length > 0 || request.allowScan || !(operations.list || operations.count);
}
