import { awscdk } from 'projen';

/** For TypeScript users alone: nothing of `index.ts` leads there, so they are no part of the jsii library. */
export const SUBPATHS = ['testing', 'zod'];

/** The package's doors: the jsii library, the command, and the subpaths for TypeScript users. */
export function publishEntries(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    ...Object.fromEntries(SUBPATHS.map((name) => [`./${name}`, { types: `./lib/${name}/index.d.ts`, default: `./lib/${name}/index.js` }])),
    './package.json': './package.json',
    './.jsii': './.jsii',
  });
  // for consumers whose TypeScript resolves as Node 10 did, without `exports`
  project.package.addField('typesVersions', { '*': Object.fromEntries(SUBPATHS.map((name) => [name, [`lib/${name}/index.d.ts`]])) });
  project.package.addBin({ 'cdk-serverless-crud-api': 'assets/cli/index.js' });
  project.package.addField('type', 'commonjs');
  // inlined maps would ship the sources, and more bytes than the code
  const jsii = project.package.manifest.jsii;
  jsii.tsc = { ...jsii.tsc, inlineSourceMap: false, inlineSources: false };
  project.gitignore.exclude('/assets/', 'cdk.out', '*.tsbuildinfo', '/.cache/');
  project.gitignore.include('/projenrc/tsconfig.json', '/scripts/consumers/apps/*/tsconfig.json');
  project.npmignore?.exclude('/examples/', '/projenrc/', '/scripts/', '/benchmarks/', '/docs/', '/.ci/', '/console/', '/test/', 'cdk.out', '*.tsbuildinfo', '/.npmrc', '/.projenrc.ts', '/.cache/', '/src/', '/CONTRIBUTING.md');
  project.npmignore?.include('/assets/');
}
