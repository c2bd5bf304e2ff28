/** Domains by the beginning of a region's name; every other region is in the partition `aws`. */
const DOMAINS: readonly (readonly [region: string, domain: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-iso-', 'c2s.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
  ['eusc-', 'amazonaws.eu'],
];

/**
 * Where DynamoDB answers. `AWS_ENDPOINT_URL_DYNAMODB` names another place, such as a dual-stack or a local one.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ddb.html
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function dynamoDbEndpoint({ AWS_REGION: region = '', AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_USE_FIPS_ENDPOINT: fips }: NodeJS.ProcessEnv): string {
  if (endpoint) return endpoint;
  const [, domain] = DOMAINS.find(([beginning]) => region.startsWith(beginning)) ?? ['', 'amazonaws.com'];
  // the plain endpoints of GovCloud are the validated ones
  const isFips = fips === 'true' && !region.startsWith('us-gov-');
  return `https://dynamodb${isFips ? '-fips' : ''}.${region}.${domain}`;
}
