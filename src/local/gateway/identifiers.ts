import { randomBytes } from 'node:crypto';

/** `JKJaXmPLvHcESHA=`: how HTTP APIs name requests. Safe in a path. */
export function newRequestId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}

/** `Root=1-5759e988-bd862e3fe1be46a994272793`; a trace that the caller has begun goes on. */
export function traceIdOf(given: string | undefined, now: Date): string {
  if (given !== undefined && /^(?:Root|Self)=1-[0-9a-f]{8}-[0-9a-f]{24}/.test(given)) return given;
  return `Root=1-${Math.floor(now.getTime() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`;
}
