// Who installs the package, and with what.

/** Exact versions that every consumer installs beside the package. */
const CDK = { 'aws-cdk-lib': '2.276.0', 'constructs': '10.5.1' };

/** The compiler that `cdk init` asks for today, and one that resolves packages as Node.js 10 did, without `exports`. */
const TYPESCRIPT = {
  7: { 'typescript': '7.0.2', '@types/node': '24.19.2', 'zod': '4.6.7' },
  5: { 'typescript': '5.9.3', '@types/node': '20.19.43', 'zod': '4.6.7' },
};

export const CONSUMERS = [
  { name: 'TypeScript 5.9, CommonJS', app: 'typescript-commonjs', packages: { ...CDK, ...TYPESCRIPT[5] }, compiled: true },
  { name: 'TypeScript 7, ES modules', app: 'typescript-modules', packages: { ...CDK, ...TYPESCRIPT[7] }, compiled: true },
  { name: 'JavaScript, CommonJS', app: 'javascript-commonjs', packages: CDK, compiled: false },
  { name: 'JavaScript, ES modules', app: 'javascript-modules', packages: CDK, compiled: false },
];
