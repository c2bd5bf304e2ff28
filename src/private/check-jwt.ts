import { Token } from 'aws-cdk-lib';
import { shown } from './options/shown';

/**
 * What API Gateway would refuse only when the stack is deployed, or accept and then let no one in.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function checkJwt(issuer: string, audience: string[]): string[] {
  const mistakes: string[] = [];
  if (!Token.isUnresolved(issuer) && !isIssuer(issuer)) {
    mistakes.push(`issuer must be an https URL without query and fragment, such as 'https://id.example.com' (OpenID Connect Discovery 1.0), got ${shown(issuer)}`);
  }
  if (!Token.isUnresolved(audience) && (audience.length === 0 || audience.includes(''))) {
    mistakes.push(`audience must name at least one client id and no empty one, got ${shown(audience)}`);
  }
  return mistakes;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return protocol === 'https:' && !search && !hash && !username && !/[?#\s]/.test(text);
}
