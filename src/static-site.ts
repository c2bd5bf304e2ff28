import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AllowedMethods, BehaviorOptions, CachePolicy, Distribution, HeadersFrameOption, HeadersReferrerPolicy, IDistribution, OriginRequestPolicy,
  ResponseHeadersPolicy, ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { checkSite } from './private/check-site';
import { fail } from './private/errors';
import type { IServerlessCrudApi } from './serverless-crud-api';

/** What a static site is made of. */
export interface StaticSiteProps {
  /** The folder whose files are served; `index.html` is the root. */
  readonly source: string;
  /**
   * APIs served by the same distribution under their own paths, so that the page and its API are one origin.
   * @default - none
   */
  readonly apis?: IServerlessCrudApi[];
  /**
   * The header `Content-Security-Policy` of every file.
   * @default "default-src 'self'"
   */
  readonly contentSecurityPolicy?: string;
  /**
   * What becomes of the bucket when it leaves the stack. DESTROY empties it first.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

/** A folder of files on CloudFront, from a private bucket, and APIs beside it at the same origin. */
export class StaticSite extends Construct {
  /** `https://…` */
  public readonly url: string;
  /** Holds the files; only the distribution reads it. */
  public readonly bucket: IBucket;
  /** Serves the files and the APIs. */
  public readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, props: StaticSiteProps) {
    super(scope, id);
    const mistakes = checkSite(props);
    if (mistakes.length > 0) fail(this, ...mistakes);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy,
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
    });
    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.securityHeaders(props.contentSecurityPolicy ?? "default-src 'self'"),
      },
      additionalBehaviors: Object.fromEntries((props.apis ?? []).flatMap(apiBehaviors)),
    });
    new BucketDeployment(this, 'Files', {
      sources: [Source.asset(props.source)],
      destinationBucket: bucket,
      distribution,
      distributionPaths: ['/*'],
      // CloudFront keeps the files until a deployment invalidates them; browsers ask each time, so that they never mix old and new
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=31536000, must-revalidate')],
    });
    this.bucket = bucket;
    this.distribution = distribution;
    this.url = `https://${distribution.distributionDomainName}`;
    new CfnOutput(this, 'Url', { value: this.url, description: 'Page' });
  }

  private securityHeaders(contentSecurityPolicy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }
}

/** The collection and what is below it, uncached, with everything that the viewer sent but the Host header. */
function apiBehaviors(api: IServerlessCrudApi): [string, BehaviorOptions][] {
  const { region, urlSuffix } = Stack.of(api);
  const { httpApi, stageName } = api.host;
  const behavior: BehaviorOptions = {
    origin: new HttpOrigin(`${httpApi.apiId}.execute-api.${region}.${urlSuffix}`, { originPath: stageName === '$default' ? undefined : `/${stageName}` }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  };
  // variables of a parent's path are one segment each
  const path = api.path.replace(/\{[^}]+\}/g, '*');
  return [[path, behavior], [`${path}/*`, behavior]];
}
