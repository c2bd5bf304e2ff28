import { Client, clientOf } from './client';
import { get, HttpRequestSpec, patch, post, put, remove } from '../../contract/harness/requests';
import { Fields, Operation, Request, Shown, Tag } from '../history/operation';

/** Makes requests to items and writes down what came of them, and when. */
export class Recorder {
  public readonly histories = new Map<string, Operation[]>();
  /** How often each status was answered. */
  public readonly statuses = new Map<number, number>();
  /** How many writes were asked for. */
  public writes = 0;
  private readonly latest = new Map<string, Shown>();
  private readonly headers = new WeakMap<Tag, string>();
  private readonly ask: Client['ask'];

  constructor(baseUrl: string, private readonly collection: string) {
    this.ask = clientOf(baseUrl).ask;
  }

  /** The last version of the item that any client was shown. */
  public lastTag(key: string): Tag | undefined {
    return this.latest.get(key);
  }

  /** Makes a request to the item with the key. A new item whose id the server makes has none yet; returns the key that it got, if it did. */
  public async make(id: string, key: string | undefined, request: Request): Promise<string | undefined> {
    const invoked = performance.now();
    const { status, json, headers } = await this.ask(this.messageOf(key, request));
    const item = status < 300 && status !== 204 ? shownIn(json, headers.etag) : undefined;
    if (request.kind !== 'get') this.writes++;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const known = key ?? (item && String(json.id));
    if (known === undefined) return undefined;
    if (item) {
      this.latest.set(known, item);
      this.headers.set(item, headers.etag);
    }
    const history = this.histories.get(known) ?? [];
    this.histories.set(known, history);
    history.push({ id, request, answer: { status, ...(item && { item }) }, invoked, completed: performance.now() });
    return known;
  }

  private messageOf(key: string | undefined, request: Request): HttpRequestSpec {
    const path = `${this.collection}/${key}`;
    const headers = 'ifMatch' in request && request.ifMatch ? { 'If-Match': this.headers.get(request.ifMatch) } : {};
    switch (request.kind) {
      case 'get': return get(path);
      case 'create': return post(this.collection, { ...(key !== undefined && { id: key }), ...request.fields });
      case 'replace': return put(path, { ...request.fields }, headers);
      case 'patch': return patch(path, { ...request.fields }, headers);
      case 'delete': return remove(path, headers);
    }
  }
}

const SERVER_FIELDS = ['id', 'createdAt', 'updatedAt', 'version'];

/** All of a tag but version and schema tells an item from others that had its id. */
function shownIn(json: Record<string, unknown>, etag: string): Shown {
  const fields: Fields = Object.fromEntries(Object.entries(json).filter(([name]) => !SERVER_FIELDS.includes(name)));
  return { life: etag.split('-').slice(1, -1).join('-'), version: Number(json.version), fields };
}
