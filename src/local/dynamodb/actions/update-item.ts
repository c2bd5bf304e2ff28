import { custom, types } from 'dynalite/validations/updateItem';
import { ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumption } from './operation';
import { planUpdate, updateActions, updatedPaths, UpdateRequest, Write } from './write';
import { project } from '../expressions/projection';
import { RETURN_ON_CONDITION_FAILURE } from '../requests/common-members';
import { Item } from '../values/attribute-value';

interface UpdateItemRequest extends UpdateRequest {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
  readonly ReturnValues?: string;
}

export const updateItem = operation<UpdateItemRequest>({ members: { ...types, ...RETURN_ON_CONDITION_FAILURE }, custom }, (request, context) => {
  const write = planUpdate(request, context.database.table(request.TableName))();
  context.database.commit([write]);
  const attributes = returnedAttributes(request, write);
  return {
    ...(attributes && Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, write.consumption),
  };
});

function returnedAttributes(request: UpdateItemRequest, { before, after }: Write): Item | undefined {
  const updated = (item: Item | undefined) => item && project(updatedPaths(updateActions(request)), item);
  switch (request.ReturnValues) {
    case 'ALL_OLD': return before;
    case 'ALL_NEW': return after;
    case 'UPDATED_OLD': return updated(before);
    case 'UPDATED_NEW': return updated(after);
    default: return undefined;
  }
}
