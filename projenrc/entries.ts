import { awscdk } from 'projen';

/** The package's doors: the jsii library, the command, and the subpaths for TypeScript users. */
export function publishEntries(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './zod': { types: './lib/zod/index.d.ts', default: './lib/zod/index.js' },
    './package.json': './package.json',
    './.jsii': './.jsii',
    './.warnings.jsii.js': './.warnings.jsii.js',
  });
  // for consumers whose TypeScript resolves as Node 10 did, without `exports`
  project.package.addField('typesVersions', { '*': { zod: ['lib/zod/index.d.ts'] } });
  project.package.addBin({ 'cdk-serverless-crud-api': 'assets/cli/index.js' });
  project.gitignore.exclude('/assets/', 'cdk.out', '*.tsbuildinfo', '/.warnings.jsii.js', '/.cache/');
  project.npmignore?.exclude('/examples/', '/projenrc/', '/scripts/', '/benchmarks/', '/docs/', '/.ci/', '/console/', '/test/', 'cdk.out', '*.tsbuildinfo', '/.npmrc', '/.projenrc.ts', '/.cache/', '/src/', '/CONTRIBUTING.md');
  project.npmignore?.include('/assets/');
}
