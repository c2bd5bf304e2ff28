/**
 * Quotas of HTTP APIs, none of which can be raised.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export const LIMITS = {
  /** Of the request line and all header values together. */
  headerBytes: 10_240,
  /** The longest that an integration may take; also its default. */
  integrationMillis: 30_000,
} as const;
