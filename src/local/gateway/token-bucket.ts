import type { Throttle } from './http-api';

/** The account's own limits, which hold where a stage sets but one of the two. */
const ACCOUNT = { rateLimit: 10_000, burstLimit: 5_000 };

/**
 * Fills at the rate, up to the burst; each request takes one token.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export class TokenBucket {
  private readonly rateLimit: number;
  private readonly burstLimit: number;
  private tokens: number;
  private filledAt: number;

  constructor(throttle: Throttle, now: number) {
    this.rateLimit = throttle.rateLimit ?? ACCOUNT.rateLimit;
    this.burstLimit = throttle.burstLimit ?? ACCOUNT.burstLimit;
    this.tokens = this.burstLimit;
    this.filledAt = now;
  }

  /** @param now milliseconds of a clock that never goes back */
  public take(now: number): boolean {
    this.tokens = Math.min(this.burstLimit, this.tokens + ((now - this.filledAt) / 1000) * this.rateLimit);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
