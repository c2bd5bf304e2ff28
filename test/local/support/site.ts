import { Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods, CachePolicy, Distribution, DistributionProps, OriginRequestPolicy, ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, BucketDeploymentProps, ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

export interface SiteOptions {
  /** The API whose paths are served too, by pattern. */
  readonly apis?: Record<string, HttpApi>;
  readonly sources?: ISource[];
  readonly deployment?: Partial<BucketDeploymentProps>;
  readonly distribution?: Partial<DistributionProps>;
  readonly responseHeadersPolicy?: ResponseHeadersPolicy;
}

/** A folder of files served by a distribution. */
export function site(stack: Stack, folder: string, options: SiteOptions = {}): Distribution {
  const bucket = new Bucket(stack, 'Bucket');
  const origin = (api: HttpApi) => new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`);
  const distribution = new Distribution(stack, 'Distribution', {
    defaultRootObject: 'index.html',
    defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(bucket), responseHeadersPolicy: options.responseHeadersPolicy },
    additionalBehaviors: Object.fromEntries(Object.entries(options.apis ?? {}).map(([pattern, api]) => [pattern, {
      origin: origin(api),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    }])),
    ...options.distribution,
  });
  new BucketDeployment(stack, 'Files', { sources: options.sources ?? [Source.asset(folder)], destinationBucket: bucket, ...options.deployment });
  return distribution;
}
