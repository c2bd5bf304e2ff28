import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { dynamoDbEndpoint } from '../../src/runtime/store/endpoint';

const { endpointProvider } = new DynamoDBClient({ region: 'us-east-1' }).config;

/** Where the SDK would call, by its own rules for all partitions. */
function sdkEndpoint(region: string, fips: boolean): string {
  return endpointProvider({ Region: region, UseFIPS: fips, UseDualStack: false }).url.origin;
}

const REGIONS = [...RegionInfo.regions.map(({ name }) => name), 'us-isof-south-1', 'eu-isoe-west-1', 'eusc-de-east-1'];

test('the endpoint of every region is the one that the SDK finds', () => {
  expect(REGIONS.length).toBeGreaterThan(30);
  expect(REGIONS.map((region) => dynamoDbEndpoint({ AWS_REGION: region }))).toEqual(REGIONS.map((region) => sdkEndpoint(region, false)));
});

test('with FIPS too', () => {
  expect(REGIONS.map((region) => dynamoDbEndpoint({ AWS_REGION: region, AWS_USE_FIPS_ENDPOINT: 'true' })))
    .toEqual(REGIONS.map((region) => sdkEndpoint(region, true)));
});

test('the environment can name another one', () => {
  const endpoint = 'https://dynamodb.us-east-1.api.aws';
  expect(dynamoDbEndpoint({ AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_DYNAMODB: endpoint })).toBe(endpoint);
});
