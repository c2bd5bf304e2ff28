/** The environment of a stack that names none. AWS's documentation uses the same account. */
export const LOCAL_ENVIRONMENT = { account: '123456789012', region: 'us-east-1' } as const;

/** Where a stack is deployed. */
export interface Environment {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
}

/**
 * Partitions by the prefix of their regions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const PARTITIONS = [
  { regions: 'cn-', partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' },
  { regions: 'us-gov-', partition: 'aws-us-gov', urlSuffix: 'amazonaws.com' },
  { regions: '', partition: 'aws', urlSuffix: 'amazonaws.com' },
];

/** Reads an artifact's `aws://account/region`; either may be unknown, which CDK calls environment-agnostic. */
export function environmentOf(uri: string | undefined): Environment {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(uri ?? '') ?? [];
  const known = {
    account: account && account !== 'unknown-account' ? account : LOCAL_ENVIRONMENT.account,
    region: region && region !== 'unknown-region' ? region : LOCAL_ENVIRONMENT.region,
  };
  const { partition, urlSuffix } = PARTITIONS.find(({ regions }) => known.region.startsWith(regions))!;
  return { ...known, partition, urlSuffix };
}
