import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssemblyError } from './assembly-error';
import { Metadata } from './construct-paths';
import { readJson } from './json-file';

/** What is read of `manifest.json`; its schema is the package `@aws-cdk/cloud-assembly-schema`. */
interface Manifest {
  readonly artifacts?: Readonly<Record<string, Artifact>>;
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly metadata?: Metadata;
  readonly additionalMetadataFile?: string;
  readonly properties?: { readonly templateFile?: string; readonly stackName?: string; readonly file?: string; readonly directoryName?: string };
}

export interface ManifestContents {
  readonly stacks: StackArtifact[];
  readonly assetManifests: AssetManifestFile[];
}

export interface StackArtifact {
  readonly id: string;
  readonly directory: string;
  readonly templateFile: string;
  readonly name: string;
  /** `aws://account/region` */
  readonly environment?: string;
  readonly metadata: Metadata;
}

export interface AssetManifestFile {
  readonly directory: string;
  readonly file: string;
}

/** Lists an assembly's stacks and asset manifests, those of its nested assemblies (stages) included. */
export async function readManifest(directory: string): Promise<ManifestContents> {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file)) {
    throw new AssemblyError(`${resolve(directory)}: is not a cloud assembly, it has no manifest.json; run \`cdk synth\` first, or name the folder that it writes`);
  }
  const { artifacts = {} } = await readJson<Manifest>(file);
  const parts = await Promise.all(Object.entries(artifacts).map(([id, artifact]) => readArtifact(directory, id, artifact)));
  return {
    stacks: parts.flatMap((part) => part.stacks ?? []),
    assetManifests: parts.flatMap((part) => part.assetManifests ?? []),
  };
}

async function readArtifact(directory: string, id: string, artifact: Artifact): Promise<Partial<ManifestContents>> {
  const { templateFile, stackName = id, file, directoryName } = artifact.properties ?? {};
  switch (artifact.type) {
    case 'aws:cloudformation:stack': {
      if (!templateFile) throw new AssemblyError(`${join(directory, 'manifest.json')}: the stack ${id} names no templateFile; run \`cdk synth\` again`);
      const metadata = await readMetadata(directory, artifact);
      return { stacks: [{ id, directory, templateFile, name: stackName, environment: artifact.environment, metadata }] };
    }
    case 'cdk:asset-manifest':
      return file ? { assetManifests: [{ directory, file }] } : {};
    case 'cdk:cloud-assembly':
      return directoryName ? readManifest(join(directory, directoryName)) : {};
    default:
      return {};
  }
}

async function readMetadata(directory: string, { metadata, additionalMetadataFile }: Artifact): Promise<Metadata> {
  const additional = additionalMetadataFile ? await readJson<Metadata>(join(directory, additionalMetadataFile)) : {};
  return { ...metadata, ...additional };
}
