import { types as deleteTypes } from 'dynalite/validations/deleteItem';
import { types as getTypes } from 'dynalite/validations/getItem';
import { types as putTypes } from 'dynalite/validations/putItem';
import { types as updateTypes } from 'dynalite/validations/updateItem';
import { TRANSACTION_ACTIONS } from '../limits';
import { RETURN_ON_CONDITION_FAILURE } from './common-members';
import { Member, Members } from './members';

/** The structures of transactions, of which dynalite 4 knows nothing, made of those of the single operations. */

const CONDITION = ['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];

function action(name: string, types: Members, members: readonly string[]): Member {
  const children = Object.fromEntries(members.map((member) => [member, types[member]]));
  return { type: `FieldStruct<${name}>`, children: name === 'Get' ? children : { ...children, ...RETURN_ON_CONDITION_FAILURE } };
}

function items(type: string, children: Members): Member {
  return {
    type: 'List',
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: TRANSACTION_ACTIONS,
    children: { type: `ValueStruct<${type}>`, children },
  };
}

const required = (types: Members, name: string): Members => ({ ...types, [name]: { ...(types[name] as Member), notNull: true } });

export const TRANSACT_WRITE_ITEMS: Members = {
  ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  ReturnConsumedCapacity: putTypes.ReturnConsumedCapacity,
  ReturnItemCollectionMetrics: putTypes.ReturnItemCollectionMetrics,
  TransactItems: items('TransactWriteItem', {
    ConditionCheck: action('ConditionCheck', required(deleteTypes, 'ConditionExpression'), ['Key', ...CONDITION]),
    Delete: action('Delete', deleteTypes, ['Key', ...CONDITION]),
    Put: action('Put', putTypes, ['Item', ...CONDITION]),
    Update: action('Update', required(updateTypes, 'UpdateExpression'), ['Key', 'UpdateExpression', ...CONDITION]),
  }),
};

export const TRANSACT_GET_ITEMS: Members = {
  ReturnConsumedCapacity: getTypes.ReturnConsumedCapacity,
  TransactItems: items('TransactGetItem', {
    Get: { ...action('Get', getTypes, ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames']), notNull: true },
  }),
};
