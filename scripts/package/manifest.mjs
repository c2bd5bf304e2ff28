// What package.json promises: no dependency, and doors that open.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PEERS = ['aws-cdk-lib', 'constructs'];

/** What is wrong with the manifest of an unpacked package. */
export function checkManifest(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const mistakes = ['dependencies', 'optionalDependencies', 'bundledDependencies', 'bundleDependencies']
    .filter((kind) => Object.keys(manifest[kind] ?? {}).length > 0)
    .map((kind) => `package.json has ${kind}; what is needed is bundled`);
  const peers = Object.keys(manifest.peerDependencies ?? {}).sort();
  if (peers.join() !== PEERS.join()) mistakes.push(`package.json has the peers ${peers.join(', ')}; they are ${PEERS.join(', ')}`);
  for (const script of ['preinstall', 'install', 'postinstall']) {
    if (manifest.scripts?.[script]) mistakes.push(`package.json has the script ${script}, which npm does not run`);
  }
  const targets = [...doors(manifest.exports), ...doors(manifest.typesVersions), manifest.main, manifest.types].filter(Boolean);
  mistakes.push(...[...new Set(targets)].filter((path) => !existsSync(join(folder, path))).map((path) => `package.json leads to ${path}, which is not packed`));
  for (const [name, path] of Object.entries(manifest.bin ?? {})) mistakes.push(...checkCommand(name, join(folder, path)));
  return mistakes;
}

/** The files that `exports` or `typesVersions` leads to. */
function doors(target) {
  return typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(doors);
}

function checkCommand(name, path) {
  if (!existsSync(path)) return [`the command ${name} is not packed`];
  const mistakes = [];
  if (!readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n')) mistakes.push(`the command ${name} does not begin with #!/usr/bin/env node`);
  if (!(statSync(path).mode & 0o100)) mistakes.push(`the command ${name} is not executable`);
  return mistakes;
}
