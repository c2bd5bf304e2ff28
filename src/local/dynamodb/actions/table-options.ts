/** Options that change nothing here but what DescribeTable says; they can be set and changed alike. */
export interface TableOptions {
  readonly DeletionProtectionEnabled?: boolean;
  readonly TableClass?: string;
  readonly OnDemandThroughput?: object;
  readonly StreamSpecification?: { readonly StreamEnabled: boolean; readonly StreamViewType?: string };
  readonly SSESpecification?: { readonly Enabled?: boolean; readonly SSEType?: string; readonly KMSMasterKeyId?: string };
}

export function optionMembers(options: TableOptions, tableArn: string, now: number): { DeletionProtectionEnabled?: boolean } {
  const { DeletionProtectionEnabled, TableClass, OnDemandThroughput, StreamSpecification, SSESpecification } = options;
  return {
    ...(DeletionProtectionEnabled !== undefined && { DeletionProtectionEnabled }),
    ...(TableClass && { TableClassSummary: { TableClass } }),
    ...(OnDemandThroughput && { OnDemandThroughput }),
    ...(StreamSpecification && streamMembers(StreamSpecification, tableArn, now)),
    ...(SSESpecification && { SSEDescription: encryption(SSESpecification) }),
  };
}

function streamMembers(specification: NonNullable<TableOptions['StreamSpecification']>, tableArn: string, now: number): object {
  const label = new Date(now).toISOString().slice(0, -1);
  if (!specification.StreamEnabled) return { StreamSpecification: undefined };
  return { StreamSpecification: specification, LatestStreamLabel: label, LatestStreamArn: `${tableArn}/stream/${label}` };
}

/** Without a key of one's own, the table is encrypted with DynamoDB's, of which it says nothing. */
function encryption({ Enabled, SSEType = 'KMS', KMSMasterKeyId }: NonNullable<TableOptions['SSESpecification']>): object | undefined {
  return Enabled ? { Status: 'ENABLED', SSEType, ...(KMSMasterKeyId && { KMSMasterKeyArn: KMSMasterKeyId }) } : undefined;
}
