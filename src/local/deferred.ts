/** A promise, and what settles it from elsewhere; settling it again changes nothing. */
export class Deferred<T> {
  public readonly promise: Promise<T>;
  private settle?: { resolve(value: T): void };

  constructor() {
    this.promise = new Promise((resolve) => (this.settle = { resolve }));
  }

  public resolve(value: T): void {
    this.settle?.resolve(value);
  }
}
