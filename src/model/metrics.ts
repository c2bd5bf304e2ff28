/**
 * The CloudWatch metrics that the functions write with their log lines. Requests are counted by the samples of `latency`:
 * each metric costs for each entity and operation, so there is none that another one tells.
 */
export const METRICS = {
  namespace: 'CdkServerlessCrudApi',
  dimensions: ['Entity', 'Operation'],
  latency: 'Latency',
  /** Answers of 400 to 499. */
  clientErrors: 'ClientErrors',
  /** Answers of 500 and more, those to an action of a batch included. */
  serverErrors: 'ServerErrors',
  /** Consumed in DynamoDB, reads and writes. */
  capacityUnits: 'CapacityUnits',
} as const;
