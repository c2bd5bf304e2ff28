import { custom, types } from 'dynalite/validations/putItem';
import { ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumption } from './operation';
import { planPut, PutRequest } from './write';
import { RETURN_ON_CONDITION_FAILURE } from '../requests/common-members';

interface PutItemRequest extends PutRequest {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
  readonly ReturnValues?: string;
}

export const putItem = operation<PutItemRequest>({ members: { ...types, ...RETURN_ON_CONDITION_FAILURE }, custom }, (request, context) => {
  const write = planPut(request, context.database.table(request.TableName))();
  context.database.commit([write]);
  return {
    ...(request.ReturnValues === 'ALL_OLD' && write.before && { Attributes: write.before }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, write.consumption),
  };
});
