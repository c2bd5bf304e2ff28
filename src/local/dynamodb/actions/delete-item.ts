import { custom, types } from 'dynalite/validations/deleteItem';
import { ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumption } from './operation';
import { KeyedRequest, planDelete } from './write';
import { RETURN_ON_CONDITION_FAILURE } from '../requests/common-members';

interface DeleteItemRequest extends KeyedRequest {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
  readonly ReturnValues?: string;
}

export const deleteItem = operation<DeleteItemRequest>({ members: { ...types, ...RETURN_ON_CONDITION_FAILURE }, custom }, (request, context) => {
  const write = planDelete(request, context.database.table(request.TableName));
  context.database.commit([write]);
  return {
    ...(request.ReturnValues === 'ALL_OLD' && write.before && { Attributes: write.before }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, write.consumption),
  };
});
