import { custom, types } from 'dynalite/validations/deleteItem';
import { ReturnConsumedCapacity } from '../capacity';
import { operation, reportConsumption } from './operation';
import { KeyedRequest, planDelete } from './write';
import { RETURN_ON_CONDITION_FAILURE } from '../requests/common-members';

interface DeleteItemRequest extends KeyedRequest {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity;
  readonly ReturnValues?: string;
}

const shape = {
  members: { ...types, ...RETURN_ON_CONDITION_FAILURE },
  custom: (request: DeleteItemRequest, store: object) => returnProblem(request) ?? custom(request as never, store),
};

/** There is no item afterwards. */
function returnProblem({ ReturnValues = 'NONE' }: DeleteItemRequest): string | undefined {
  return ['NONE', 'ALL_OLD'].includes(ReturnValues) ? undefined : 'ReturnValues can only be ALL_OLD or NONE';
}

export const deleteItem = operation<DeleteItemRequest>(shape, (request, context) => {
  const write = planDelete(request, context.database.table(request.TableName))();
  context.database.commit([write]);
  return {
    ...(request.ReturnValues === 'ALL_OLD' && write.before && { Attributes: write.before }),
    ...reportConsumption(context, request.ReturnConsumedCapacity, write.consumption),
  };
});
