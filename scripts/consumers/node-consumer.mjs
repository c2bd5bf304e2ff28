// A fresh CDK app in a folder of its own that installs the tarball, as a user of npm does.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../library.mjs';
import { run } from '../package/pack.mjs';
import { askDev } from './dev.mjs';

const bin = (folder, name) => join(folder, 'node_modules', '.bin', name);

/** The steps of a consumer, in order; each answers what the table shows. */
export function nodeSteps({ app, packages, compiled }, folder, tarball) {
  return {
    async install() {
      cpSync(join(root, 'scripts', 'consumers', 'apps', app), folder, { recursive: true });
      const exact = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
      await run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...exact], { cwd: folder });
      return `${readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')).length} folders`;
    },
    async types() {
      if (!compiled) return '-';
      await run(bin(folder, 'tsc'), ['-p', '.'], { cwd: folder });
      return 'strict';
    },
    async synth() {
      await run(process.execPath, [join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk'), 'synth', '--quiet'], { cwd: folder });
      return countResources(join(folder, 'cdk.out'));
    },
    dev: () => askDev(folder, bin(folder, 'cdk-serverless-crud-api')),
    async embedded() {
      const answer = (await run(process.execPath, [join(compiled ? 'build' : '.', 'embedded.js')], { cwd: folder })).trim();
      if (answer !== '200, Query') throw new Error(`the app in a process of its user answered '${answer}', not '200, Query'`);
      return answer;
    },
  };
}

export function countResources(assembly) {
  const { Resources } = JSON.parse(readFileSync(join(assembly, 'Consumer.template.json'), 'utf8'));
  return `${Object.keys(Resources).length} resources`;
}
