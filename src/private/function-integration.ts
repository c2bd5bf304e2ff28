import {
  HttpIntegrationType, HttpRouteIntegration, HttpRouteIntegrationBindOptions, HttpRouteIntegrationConfig, PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** A Lambda integration without CDK's permission a route: the host gives each function one for all its routes. */
export class FunctionIntegration extends HttpRouteIntegration {
  constructor(public readonly lambda: LambdaFunction) {
    super('Integration');
  }

  public bind(_options: HttpRouteIntegrationBindOptions): HttpRouteIntegrationConfig {
    return { type: HttpIntegrationType.AWS_PROXY, uri: this.lambda.functionArn, payloadFormatVersion: PayloadFormatVersion.VERSION_2_0 };
  }
}
