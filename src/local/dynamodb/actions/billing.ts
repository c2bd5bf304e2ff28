import { validationError } from '../service-error';

export interface Throughput {
  readonly ReadCapacityUnits: number;
  readonly WriteCapacityUnits: number;
}

export interface BillingRequest {
  readonly BillingMode?: 'PROVISIONED' | 'PAY_PER_REQUEST';
  readonly ProvisionedThroughput?: Throughput;
}

const ON_DEMAND: Throughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };

/** @throws ValidationException unless a provisioned table has its throughput, and one on demand has none */
export function billingMembers({ BillingMode = 'PROVISIONED', ProvisionedThroughput }: BillingRequest, now: number): object {
  if (BillingMode === 'PAY_PER_REQUEST') {
    if (ProvisionedThroughput !== undefined) {
      throw validationError('One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST');
    }
    return {
      BillingModeSummary: { BillingMode, LastUpdateToPayPerRequestDateTime: now / 1000 },
      TableThroughputModeSummary: { TableThroughputMode: BillingMode, LastUpdateToPayPerRequestDateTime: now / 1000 },
      ProvisionedThroughput: throughputOf(),
    };
  }
  if (ProvisionedThroughput === undefined) {
    throw validationError('One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED');
  }
  return { ProvisionedThroughput: throughputOf(ProvisionedThroughput) };
}

export function throughputOf(throughput: Throughput = ON_DEMAND): object {
  return { ...throughput, NumberOfDecreasesToday: 0 };
}
