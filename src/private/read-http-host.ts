import { Duration, Token } from 'aws-cdk-lib';
import { ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import type { CorsOptions, HttpHostOptions } from '../api-host';
import { CORS, HTTP_HOST, THROTTLE } from './options/api-shapes';
import { at } from './options/places';
import { readOptions, ReadOptions } from './options/read-options';
import { shown } from './options/shown';

/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html */
const STAGE_NAME = /^(\$default|[A-Za-z0-9_-]{1,128})$/;

/** The settings of an HTTP API, and what CDK would let pass although AWS or every browser refuses it. */
export function readHttpHost(given?: HttpHostOptions): ReadOptions<HttpHostOptions> {
  const { options, mistakes } = readOptions(given, HTTP_HOST);
  const cors = readOptions(options.cors, CORS);
  const throttle = readOptions(options.throttle, THROTTLE);
  const { stageName } = options;
  return {
    options: { ...options, cors: cors.options, throttle: throttle.options },
    mistakes: [
      ...at('host', mistakes),
      ...at('host', stageName === undefined || STAGE_NAME.test(stageName) ? [] : [`stageName must be 1 to 128 letters, digits, '_' and '-', or $default, got ${shown(stageName)}`]),
      ...at('host.cors', [...cors.mistakes, ...checkCors(cors.options)]),
      ...at('host.throttle', [...throttle.mistakes, ...checkThrottle(throttle.options)]),
    ],
  };
}

/** HTTP API knows three wildcards. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
const ANY_ORIGIN = ['*', 'https://*', 'http://*'];

function checkCors({ allowOrigins = ['*'], allowCredentials, maxAge }: CorsOptions): string[] {
  const mistakes = Token.isUnresolved(allowOrigins) ? [] : allowOrigins.filter((origin) => !isOrigin(origin))
    .map((origin) => `allowOrigins must be '*' or origins as browsers send them, such as 'https://app.example.com' without path and final slash, got ${shown(origin)}`);
  if (allowOrigins.length === 0) mistakes.push("allowOrigins must name at least one origin, such as 'https://app.example.com', got []");
  const wildcard = allowOrigins.find((origin) => ANY_ORIGIN.includes(origin));
  if (allowCredentials && wildcard) {
    mistakes.push(`allowCredentials needs explicit allowOrigins, got '${wildcard}' (any page could act with its visitor's credentials; the Fetch standard forbids it)`);
  }
  if (maxAge && !maxAge.isUnresolved() && !isMaxAge(maxAge)) mistakes.push(`maxAge must be whole seconds, at most one day, got ${maxAge.toHumanString()}`);
  return mistakes;
}

function isOrigin(origin: string): boolean {
  if (Token.isUnresolved(origin) || ANY_ORIGIN.includes(origin)) return true;
  // `null` is what a sandboxed page sends, whoever made it; a star elsewhere is compared as it is, and no browser sends one
  return !origin.includes('*') && URL.canParse(origin) && new URL(origin).origin === origin;
}

/** API Gateway's limit: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html */
function isMaxAge(maxAge: Duration): boolean {
  const seconds = maxAge.toSeconds({ integral: false });
  return Number.isInteger(seconds) && seconds <= 86_400;
}

function checkThrottle({ rateLimit = 1, burstLimit = 1 }: ThrottleSettings): string[] {
  const mistakes: string[] = [];
  if (!Token.isUnresolved(rateLimit) && rateLimit <= 0) mistakes.push(`rateLimit must be more than 0 requests a second, got ${rateLimit}`);
  if (!Token.isUnresolved(burstLimit) && !(Number.isInteger(burstLimit) && burstLimit >= 1)) {
    mistakes.push(`burstLimit must be a whole number of at least 1, got ${burstLimit}`);
  }
  return mistakes;
}
