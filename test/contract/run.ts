import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { runCommand } from './harness/command';

// CDK lints every template with CloudFormation's rules, for seconds of CPU
process.env.CDK_VALIDATION ??= 'false';
// the fixture runs what ships: the bundles, made from the sources as they are
execFileSync(process.execPath, [join(__dirname, '..', '..', 'scripts', 'bundle.mjs'), '--if-stale'], { stdio: 'inherit' });

runCommand(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
