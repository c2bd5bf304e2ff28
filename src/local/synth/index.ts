export { type CdkJson, readCdkJson, SynthError } from './cdk-json';
export { type SynthOptions, synthesize } from './synthesize';
