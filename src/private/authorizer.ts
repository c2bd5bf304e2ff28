import { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { AuthModel } from './auth-model';

/** The gateway's authorizer for who may call; none for a public API. */
export function createAuthorizer(auth: AuthModel, id: string): IHttpRouteAuthorizer | undefined {
  return auth.kind === 'jwt' ? new HttpJwtAuthorizer(id, auth.issuer, { jwtAudience: auth.audience }) : undefined;
}
