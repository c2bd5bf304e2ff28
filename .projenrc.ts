import { awscdk, javascript } from 'projen';
import { holdArchitecture } from './projenrc/architecture';
import { publishEntries } from './projenrc/entries';
import { addWorkTasks } from './projenrc/tasks';
import { testHonestly } from './projenrc/tests';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-serverless-crud-api',
  description: 'Describe an entity once; get its REST API on AWS, and run exactly those artefacts on your own machine',
  author: 'The cdk-serverless-crud-api authors',
  authorAddress: 'maintainers@cdk-serverless-crud-api.dev',
  authorOrganization: true,
  repositoryUrl: 'git+https://github.com/cdk-serverless-crud-api/cdk-serverless-crud-api.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk-serverless-crud-api authors',
  keywords: ['aws', 'cdk', 'crud', 'rest', 'api', 'dynamodb', 'lambda', 'serverless', 'local'],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,

  cdkVersion: '2.276.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.19.0',
  projenrcTs: true,
  disableTsconfig: true,
  projenDevDependency: true,
  sampleCode: false,

  // Hosting, upgrades and releases are decided outside the package; release tooling would also need Node 22 at install.
  github: false,
  depsUpgrade: false,
  release: false,
  pullRequestTemplate: false,
  tsconfigDev: { compilerOptions: { isolatedModules: true }, include: ['examples/**/*.ts', 'projenrc/**/*.ts', '.projenrc.ts'] },

  excludeTypescript: ['src/runtime/**', 'src/validator/**', 'src/local/**', 'src/cli/**'],

  devDeps: [
    '@arethetypeswrong/cli@^0.18.5',
    '@aws-sdk/client-dynamodb@^3.1162.0',
    '@aws-sdk/lib-dynamodb@^3.1162.0',
    '@cloud-copilot/iam-simulate@0.1.173', // AGPL: the oracle of a test, never bundled
    '@redocly/openapi-core@^2.64.0',
    '@smithy/signature-v4@5.7.5',
    '@stoplight/spectral-core@^1.24.1',
    '@stoplight/spectral-rulesets@^1.23.1',
    '@types/aws-lambda',
    'ajv@^8.20.0',
    'aws-cdk@^2.1148.1',
    'axe-core@^4.14.1',
    'dynalite@4.0.0',
    'esbuild@^0.28.2',
    'fast-check@^4.10.2',
    'memory-level@3.1.0',
    'openapi-fetch@^0.17.0',
    'openapi-typescript@^7.13.0',
    'playwright-core@^1.64.1',
    'publint@^0.3.25',
    'redos-detector@6.1.4',
    'sorted-btree@2.1.0',
    'tsx',
    'zod@^4.6.7',
  ],

  publishToPypi: { distName: 'cdk-serverless-crud-api', module: 'cdk_serverless_crud_api' },
  publishToMaven: {
    javaPackage: 'dev.cdkserverlesscrudapi',
    mavenGroupId: 'dev.cdk-serverless-crud-api',
    mavenArtifactId: 'cdk-serverless-crud-api',
  },
  publishToNuget: { dotNetNamespace: 'CdkServerlessCrudApi', packageId: 'CdkServerlessCrudApi' },
  publishToGo: { moduleName: 'github.com/cdk-serverless-crud-api/cdk-serverless-crud-api-go' },

  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'projenrc'], fileExtensions: ['.ts'], commandOptions: { fix: false } },
  jestOptions: testHonestly.jestOptions,
});

// 1.13.0 came without the native parts of most platforms, so no lock file of it is complete
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// it asks for TypeScript 5, and works with 6
project.tryFindObjectFile('package.json')!.addOverride('overrides.openapi-typescript', { typescript: '$typescript' });
// Spectral brings a package that would report each install to its makers
project.package.addField('scarfSettings', { enabled: false });

testHonestly(project);
holdArchitecture(project);
publishEntries(project);
addWorkTasks(project);

project.synth();
