import { operation } from './operation';
import { TABLE_NAME } from '../requests/table-members';
import { Table } from '../storage/table';

interface UpdateContinuousBackupsRequest {
  readonly TableName: string;
  readonly PointInTimeRecoverySpecification: { readonly PointInTimeRecoveryEnabled: boolean };
}

const UPDATE = {
  TableName: TABLE_NAME,
  PointInTimeRecoverySpecification: {
    type: 'FieldStruct<PointInTimeRecoverySpecification>',
    notNull: true,
    children: { PointInTimeRecoveryEnabled: { type: 'Boolean', notNull: true } },
  },
};

/** Said and remembered; there is nothing to recover from but `--data`. */
export const updateContinuousBackups = operation<UpdateContinuousBackupsRequest>({ members: UPDATE }, (request, { database }) => {
  const table = database.table(request.TableName);
  const { PointInTimeRecoveryEnabled: pointInTimeRecovery } = request.PointInTimeRecoverySpecification;
  database.define({ ...table.definition, pointInTimeRecovery });
  return describe(table);
});

export const describeContinuousBackups = operation<{ TableName: string }>({ members: { TableName: TABLE_NAME } }, ({ TableName }, { database }) => (
  describe(database.table(TableName))
));

function describe({ definition: { pointInTimeRecovery } }: Table): object {
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: pointInTimeRecovery ? 'ENABLED' : 'DISABLED' },
    },
  };
}
