import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Header } from '../http';
import { contentTypeOf } from './content-type';
import { Marker, replaceMarkers } from './markers';

/** An object of a bucket: a file of the assembly. */
export interface StoredObject {
  readonly file: string;
  readonly markers: readonly Marker[];
  readonly lastModified: Date;
  /** `cache-control` and the like, given at its upload. */
  readonly metadata: readonly Header[];
}

export interface ObjectContent {
  readonly body: Buffer;
  readonly etag: string;
  readonly lastModified: Date;
  readonly headers: readonly Header[];
}

/** Objects by key. A key is looked up as it is: nothing in a request can lead to another file. */
export class Bucket {
  private readonly objects = new Map<string, StoredObject>();

  /** @param listable whoever may list the bucket learns that an object is missing; for others it is forbidden */
  constructor(public readonly name: string, public readonly listable: boolean) {}

  public put(key: string, object: StoredObject): void {
    this.objects.set(key, object);
  }

  /** Removes what lies under a prefix. */
  public clear(prefix: string): void {
    for (const key of [...this.objects.keys()].filter((each) => each.startsWith(prefix))) this.objects.delete(key);
  }

  public get keys(): string[] {
    return [...this.objects.keys()];
  }

  public async read(key: string): Promise<ObjectContent | undefined> {
    const object = this.objects.get(key);
    if (!object) return undefined;
    const body = replaceMarkers(await readFile(object.file), object.markers);
    const given = new Set(object.metadata.map(([name]) => name));
    return {
      body,
      etag: `"${createHash('md5').update(body).digest('hex')}"`, // S3's, of an object uploaded in one part
      lastModified: object.lastModified,
      headers: [...(given.has('content-type') ? [] : [['content-type', contentTypeOf(key)] as const]), ...object.metadata],
    };
  }
}
