import { keyOf } from './key';
import { Asked } from '../operations/asked';
import { Call } from '../store/call';

export function getItem(asked: Asked, id: string, consistent: boolean): Call {
  return { action: 'GetItem', input: { TableName: asked.api.tableName, Key: keyOf(asked, id), ConsistentRead: consistent } };
}
