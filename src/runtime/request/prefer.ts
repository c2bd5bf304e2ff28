import { HttpRequest } from './http-request';

/** The form of answer that a client prefers (RFC 7240, 4.2); the first one counts, as the RFC says of repeated preferences. */
export function preferredReturn({ headers }: HttpRequest): 'minimal' | 'representation' | undefined {
  const [, preferred] = /(?:^|[,;])\s*return\s*=\s*"?(minimal|representation)"?\s*(?=[,;]|$)/i.exec(headers.prefer ?? '') ?? [];
  return preferred?.toLowerCase() as 'minimal' | 'representation' | undefined;
}
