// Who installs the package, and with what.

/** Exact versions that every consumer installs beside the package. */
const CDK = { 'aws-cdk-lib': '2.276.0', 'constructs': '10.5.1' };

/** The compiler that `cdk init` asks for, and the one before it. */
const TYPESCRIPT = { 7: { 'typescript': '7.0.2', '@types/node': '24.19.2' }, 6: { 'typescript': '6.0.3', '@types/node': '20.19.43' } };

export const CONSUMERS = [
  { name: 'TypeScript 6, CommonJS', app: 'typescript-commonjs', packages: { ...CDK, ...TYPESCRIPT[6] }, compiled: true },
  { name: 'TypeScript 7, ES modules', app: 'typescript-modules', packages: { ...CDK, ...TYPESCRIPT[7] }, compiled: true },
  { name: 'JavaScript, CommonJS', app: 'javascript-commonjs', packages: CDK, compiled: false },
  { name: 'JavaScript, ES modules', app: 'javascript-modules', packages: CDK, compiled: false },
];
