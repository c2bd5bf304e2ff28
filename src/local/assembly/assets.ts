import { join } from 'node:path';
import { readJson } from './json-file';
import { AssetManifestFile } from './manifest';

interface AssetManifest {
  readonly files?: Readonly<Record<string, FileAsset>>;
}

interface FileAsset {
  /** A `path` is relative to the manifest; an asset that a program makes at publishing has an `executable` instead. */
  readonly source: { readonly path?: string };
  readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
}

/** Where the objects come from that a deployment would put into the bootstrap buckets. */
export class Assets {
  static async read(manifests: readonly AssetManifestFile[]): Promise<Assets> {
    const sources = new Map<string, string>();
    for (const { directory, file } of manifests) {
      const { files = {} } = await readJson<AssetManifest>(join(directory, file));
      for (const { source, destinations } of Object.values(files)) {
        for (const { objectKey } of Object.values(destinations)) {
          if (source.path !== undefined) sources.set(objectKey, join(directory, source.path));
        }
      }
    }
    return new Assets(sources);
  }

  /** @param sources absolute paths by object key; keys are hashes of the content, so the bucket says nothing more */
  private constructor(private readonly sources: ReadonlyMap<string, string>) {}

  /** @param key with or without `bucket/` in front; keys may have slashes of their own */
  find(key: string): string | undefined {
    return this.sources.get(key) ?? this.sources.get(key.slice(key.indexOf('/') + 1));
  }
}
