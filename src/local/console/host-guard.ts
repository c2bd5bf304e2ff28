import { headerValue, HttpRequest } from '../http';

const LOOPBACK_NAME = /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/;
const LOOPBACK_ADDRESS = /^(?:::1|127(?:\.\d{1,3}){3})$/;

/**
 * Whether the request comes from this machine and was meant for it. A page elsewhere can make its own name lead to 127.0.0.1
 * (DNS rebinding), but not change the Host that the browser sends.
 */
export function isMeantForLoopback(request: HttpRequest): boolean {
  const host = headerValue(request.headers, 'host') ?? '';
  return LOOPBACK_ADDRESS.test(request.remoteAddress) && LOOPBACK_NAME.test(host.toLowerCase().replace(/:\d+$/, ''));
}

/** Whether a request that changes something may come from the page that it comes from: from none, or from the console's own origin. */
export function isSameOrigin(request: HttpRequest): boolean {
  const origin = headerValue(request.headers, 'origin');
  return origin === undefined || origin === `http://${headerValue(request.headers, 'host')}`;
}
