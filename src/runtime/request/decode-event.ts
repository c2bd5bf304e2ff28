import { decodeHttpEvent, HttpEvent } from './http-event';
import { HttpRequest } from './http-request';
import { decodeRestEvent, RestEvent } from './rest-event';

/** What a host gives a function, in the host's own form. */
export type HostEvent = HttpEvent | RestEvent;

/** A request, whatever host has brought it: only the decoders know the shapes of events. */
export function decodeEvent(event: HostEvent): HttpRequest {
  return 'httpMethod' in event ? decodeRestEvent(event) : decodeHttpEvent(event);
}
