import { resolve as absolute, join } from 'node:path';
import { annotationsIn } from './annotations';
import { Assembly } from './assembly';
import { AssemblyError } from './assembly-error';
import { Assets } from './assets';
import { ConstructPaths, nestedStackPath } from './construct-paths';
import { DeployedStack, StackSource } from './deployed-stack';
import { environmentOf } from './environment';
import { generatedName } from './identifiers';
import { readJson } from './json-file';
import { readManifest } from './manifest';
import { isRecord, Template } from './template';

const NESTED_STACK = 'AWS::CloudFormation::Stack';

/**
 * Reads a cloud assembly (`cdk.out`), with its stages and nested stacks.
 *
 * What is missing or unreadable is an error here. What a template asks for and cannot be had locally is an error where
 * its value is read, see `Resource`.
 */
export async function readAssembly(directory: string): Promise<Assembly> {
  const root = absolute(directory);
  const { stacks: artifacts, assetManifests } = await readManifest(root);
  const assets = await Assets.read(assetManifests);

  const stacks: DeployedStack[] = [];
  for (const { id, directory: folder, templateFile, name, environment, metadata } of artifacts) {
    const template = await readJson<Template>(join(folder, templateFile));
    const paths = new ConstructPaths(metadata);
    await addStack({ id, name, environment: environmentOf(environment), template, parameters: {}, paths, path: '', peers: stacks }, assets, stacks);
  }
  const annotations = artifacts.flatMap(({ metadata }) => annotationsIn(metadata));
  return { directory: root, stacks, annotations, assetDirectory: (key) => assets.find(key) };
}

async function addStack(source: StackSource, assets: Assets, stacks: DeployedStack[]): Promise<DeployedStack> {
  const stack = new DeployedStack(source);
  stacks.push(stack);
  for (const { logicalId, path, properties } of stack.resources.filter((resource) => resource.type === NESTED_STACK)) {
    stack.nested.set(logicalId, await addStack({
      ...source,
      id: `${stack.id}/${logicalId}`,
      name: generatedName(stack.name, logicalId, 128, `${stack.arn}/${logicalId}`),
      template: await readJson<Template>(nestedTemplate(properties.TemplateURL, stack.at(`${logicalId}.Properties.TemplateURL`), assets)),
      parameters: isRecord(properties.Parameters) ? properties.Parameters : {},
      path: nestedStackPath(path ?? '') ?? '',
    }, assets, stacks));
  }
  return stack;
}

/** `https://s3.REGION.URLSUFFIX/BUCKET/KEY`: the key leads to the file, as the asset manifest has it. */
function nestedTemplate(url: unknown, where: string, assets: Assets): string {
  const key = typeof url === 'string' ? /^https:\/\/[^/]+\/(.+)$/.exec(url)?.[1] : undefined;
  const file = key === undefined ? undefined : assets.find(key);
  if (file === undefined) throw new AssemblyError(`${where}: ${String(url)} is no asset of this assembly; only nested stacks that the app itself synthesizes can run here`);
  return file;
}
