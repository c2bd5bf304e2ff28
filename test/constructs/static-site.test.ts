import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { newStack, TODO } from './synth';
import { ApiHost, Auth, ServerlessCrudApi, StaticSite } from '../../src';

let page: string;
beforeAll(() => {
  page = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Todos</title>');
});
afterAll(() => rmSync(page, { recursive: true }));

function synthSite(host = ApiHost.http()): Template {
  const stack = newStack();
  const todos = new ServerlessCrudApi(stack, 'Todos', { schema: TODO, auth: Auth.none(), host });
  new StaticSite(stack, 'Site', { source: page, apis: [todos], removalPolicy: RemovalPolicy.DESTROY });
  return Template.fromStack(stack);
}

test('serves the page from a private bucket, and the API under its own path at the same origin', () => {
  const template = synthSite();

  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  });
  const uncached = {
    AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // AWS's CachingDisabled
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AWS's AllViewerExceptHostHeader
  };
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({
      DefaultRootObject: 'index.html',
      CacheBehaviors: [
        Match.objectLike({ PathPattern: '/todos', ...uncached }),
        Match.objectLike({ PathPattern: '/todos/*', ...uncached }),
      ],
    }),
  });
});

test('sends a content security policy that allows nothing foreign', () => {
  synthSite().hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: Match.objectLike({ ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true } }),
    },
  });
});

test('reaches a named stage through the origin path', () => {
  const template = synthSite(ApiHost.http({ stageName: 'prod' }));

  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({ Origins: Match.arrayWith([Match.objectLike({ OriginPath: '/prod' })]) }),
  });
});
