import { awscdk, javascript } from 'projen';

/**
 * projen's test task may write snapshots, pass without tests and repair lint errors: three ways to hide a failure.
 * Here the tests only test; lint is a task of its own.
 */
export function testHonestly(project: awscdk.AwsCdkConstructLibrary): void {
  project.testTask.reset('node scripts/bundle.mjs --if-stale');
  project.testTask.exec('jest --ci', { receiveArgs: true });

  const config = project.jest!.config;
  config.testMatch = ['<rootDir>/test/**/*.test.ts'];
  config.collectCoverage = false;
  delete config.coverageReporters;
  delete config.coverageDirectory;
  delete config.coveragePathIgnorePatterns;

  // the project service looks for tsconfig.json, which is jsii's own and covers src alone
  project.eslint!.config.parserOptions = { ecmaVersion: 2022, sourceType: 'module', project: './tsconfig.dev.json' };
}

testHonestly.jestOptions = {
  updateSnapshot: javascript.UpdateSnapshot.NEVER,
  passWithNoTests: false,
  junitReporting: false,
  jestConfig: {
    // browser tests need a browser, which `npm test` must not: they are `npm run test:browser`
    testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', 'cdk.out'],
    moduleNameMapper: {
      '^cdk-serverless-crud-api$': '<rootDir>/src/index.ts',
      '^cdk-serverless-crud-api/(zod|client|testing)$': '<rootDir>/src/$1/index.ts',
    },
    globalSetup: '<rootDir>/test/setup-folder.ts',
    globalTeardown: '<rootDir>/test/setup-folder-teardown.ts',
    setupFiles: ['<rootDir>/test/setup.ts'],
    testTimeout: 30_000,
  },
} satisfies javascript.JestOptions;
