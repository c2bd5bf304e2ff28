import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Assembly, Resource } from '../assembly';
import type { Header } from '../http';
import { PropertyReader } from '../property-reader';
import { Bucket, StoredObject } from './bucket';
import { globFilter } from './glob-filter';
import { Marker, markerOf } from './markers';

/** Types of resources that buckets and their contents are made of. */
export const BUCKET_TYPES = ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'Custom::CDKBucketDeployment'];

/** Turns a value of the template into one that is right here: addresses on AWS into local ones. */
export type Localize = (text: string) => string;

/** The buckets among the resources, filled by their deployments. */
export async function readBuckets(resources: readonly Resource[], assembly: Assembly, localize: Localize): Promise<Map<string, Bucket>> {
  const listable = listableBuckets(resources);
  const buckets = new Map(resources.filter(({ type }) => type === 'AWS::S3::Bucket')
    .map(({ physicalId }) => [physicalId, new Bucket(physicalId, listable.has(physicalId))] as const));
  for (const resource of resources.filter(({ type }) => type === 'Custom::CDKBucketDeployment')) {
    await deploy(PropertyReader.of(resource), buckets, assembly, localize);
  }
  return buckets;
}

/** What CDK's provider does: merges the sources, replaces the markers, uploads. */
async function deploy(deployment: PropertyReader, buckets: ReadonlyMap<string, Bucket>, assembly: Assembly, localize: Localize): Promise<void> {
  const bucket = buckets.get(deployment.text('DestinationBucketName'));
  if (!bucket) return; // an existing bucket, which this app does not serve
  if (deployment.boolean('Extract') === false) deployment.fail('Extract', 'archives are deployed unpacked here; leave it true');
  const prefix = keyPrefix(deployment.optionalText('DestinationBucketKeyPrefix'));
  const accepts = globFilter(deployment.texts('Exclude'), deployment.texts('Include'));
  const metadata: Header[] = Object.entries(deployment.textMap('SystemMetadata') ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  if (deployment.boolean('Prune') ?? true) bucket.clear(prefix);

  const markers = deployment.nestedList('SourceMarkers');
  const options = deployment.nestedList('SourceMarkersConfig');
  for (const [position, key] of deployment.texts('SourceObjectKeys').entries()) {
    const directory = assembly.assetDirectory(key) ?? deployment.fail('SourceObjectKeys', `'${key}' is no asset of this assembly`);
    const jsonEscape = options[position]?.boolean('jsonEscape') ?? false;
    const replacements = Object.entries(markers[position]?.all() ?? {})
      .map(([text, value]) => markerOf(text, localize(value), { jsonEscape }));
    if (!(await stat(directory)).isDirectory()) deployment.fail('SourceObjectKeys', `'${directory}' is an archive; only folders are deployed here`);
    for (const { path, object } of await objectsIn(directory, replacements, metadata)) {
      if (accepts(path)) bucket.put(prefix + path, object);
    }
  }
}

function keyPrefix(given = ''): string {
  if (given === '' || given === '/') return '';
  return given.endsWith('/') ? given : `${given}/`;
}

/** Every file of a folder. What a link leads to must lie in the folder too: a site must not serve the rest of the machine. */
async function objectsIn(
  directory: string, markers: readonly Marker[], metadata: readonly Header[],
): Promise<{ path: string; object: StoredObject }[]> {
  const root = await realpath(directory);
  const paths = await readdir(root, { recursive: true });
  const files = await Promise.all(paths.map(async (path) => {
    const file = await realpath(join(root, path)).catch(() => undefined); // a link to nowhere
    const details = file?.startsWith(root + sep) ? await stat(file) : undefined;
    return details?.isFile() ? { path: path.split(sep).join('/'), object: { file: file!, markers, metadata, lastModified: details.mtime } } : undefined;
  }));
  return files.filter((each) => each !== undefined);
}

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | string[];
}

/** Buckets whose policy lets CloudFront list them. */
function listableBuckets(resources: readonly Resource[]): Set<string> {
  const policies = resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy');
  return new Set(policies.filter(({ properties }) => allowsListing(properties.PolicyDocument)).map(({ properties }) => String(properties.Bucket)));
}

function allowsListing(document: unknown): boolean {
  const { Statement: statements = [] } = (document ?? {}) as { Statement?: Statement[] };
  return statements.some(({ Effect: effect, Action: action }) => effect === 'Allow' && [action].flat().some((each) => each === 's3:ListBucket' || each === 's3:*'));
}
