// The package through jsii's kernel, from Python's standard library: no generated binding, no registry but npm's.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../library.mjs';
import { run, unpack } from '../package/pack.mjs';
import { askDev } from './dev.mjs';
import { countResources } from './node-consumer.mjs';

/** The version that made the assembly is the one that loads it. */
const RUNTIME = '@jsii/runtime@1.140.0';

export function hasPython() {
  return spawnSync('python3', ['--version']).status === 0;
}

/** The same steps; what it depends on is packed again from where a Node.js consumer has installed it. */
export function pythonSteps(folder, tarball, installed) {
  const runtime = join(folder, 'runtime');
  const assembly = join(folder, 'cdk.out');
  const packages = [];
  return {
    async install() {
      mkdirSync(folder, { recursive: true });
      await unpack(await packed(folder, RUNTIME), runtime);
      for (const name of [...dependencies(installed), 'cdk-serverless-crud-api']) {
        const version = versionOf(installed, name);
        packages.push({ name, version, tarball: name === 'cdk-serverless-crud-api' ? tarball : await packed(folder, `${name}@${version}`) });
      }
      return `${packages.length} assemblies`;
    },
    types: () => 'by jsii',
    async synth() {
      const app = join(root, 'scripts', 'consumers', 'apps', 'python', 'app.py');
      await run('python3', [app, join(runtime, 'webpack', 'bin', 'jsii-runtime.js'), assembly], {
        cwd: folder,
        input: JSON.stringify(packages),
        env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] },
      });
      return countResources(assembly);
    },
    dev: () => askDev(folder, join(installed, 'node_modules', '.bin', 'cdk-serverless-crud-api'), ['--app', assembly]),
    embedded: () => '-',
  };
}

/** All that our assembly needs; aws-cdk-lib, which needs the others, last. */
function dependencies(installed) {
  const { dependencyClosure } = JSON.parse(readFileSync(join(installed, 'node_modules', 'cdk-serverless-crud-api', '.jsii'), 'utf8'));
  return Object.keys(dependencyClosure).sort((a, b) => Number(a === 'aws-cdk-lib') - Number(b === 'aws-cdk-lib'));
}

function versionOf(installed, name) {
  return JSON.parse(readFileSync(join(installed, 'node_modules', name, 'package.json'), 'utf8')).version;
}

async function packed(folder, spec) {
  const [{ filename }] = JSON.parse(await run('npm', ['pack', spec, '--json', '--prefer-offline', '--loglevel=error', '--pack-destination', folder], { cwd: folder }));
  return join(folder, filename);
}
