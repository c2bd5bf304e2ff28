import { TABLE_NAME } from '../requests/table-members';
import { validationError } from '../service-error';
import { operation } from './operation';
import { Table } from '../storage/table';

interface UpdateTimeToLiveRequest {
  readonly TableName: string;
  readonly TimeToLiveSpecification: { readonly AttributeName: string; readonly Enabled: boolean };
}

const UPDATE = {
  TableName: TABLE_NAME,
  TimeToLiveSpecification: {
    type: 'FieldStruct<TimeToLiveSpecification>',
    notNull: true,
    children: {
      AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
      Enabled: { type: 'Boolean', notNull: true },
    },
  },
};

export const updateTimeToLive = operation<UpdateTimeToLiveRequest>({ members: UPDATE }, ({ TableName, TimeToLiveSpecification }, { database }) => {
  const { timeToLiveAttribute: current, ...rest } = database.table(TableName).definition;
  const { AttributeName, Enabled } = TimeToLiveSpecification;
  if (Enabled && current === AttributeName) throw validationError('TimeToLive is already enabled');
  if (!Enabled && current === undefined) throw validationError('TimeToLive is already disabled');
  if (current !== undefined && current !== AttributeName) {
    throw validationError(`TimeToLive is active on a different AttributeName: current AttributeName is ${current}`);
  }
  database.define(Enabled ? { ...rest, timeToLiveAttribute: AttributeName } : rest);
  return { TimeToLiveSpecification };
});

export const describeTimeToLive = operation<{ TableName: string }>({ members: { TableName: TABLE_NAME } }, ({ TableName }, { database }) => (
  { TimeToLiveDescription: describe(database.table(TableName)) }
));

function describe({ definition: { timeToLiveAttribute } }: Table): object {
  return timeToLiveAttribute === undefined
    ? { TimeToLiveStatus: 'DISABLED' }
    : { TimeToLiveStatus: 'ENABLED', AttributeName: timeToLiveAttribute };
}
