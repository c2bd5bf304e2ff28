import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCdkJson } from '../../local';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was found; of a failure, with the remedy. */
  readonly found: string;
}

const LEAST_NODE = [20, 19] as const;
const PACKAGES = ['aws-cdk-lib', 'constructs'];
const DEFAULT_PORT = 3000;

/** Checks what an app needs to run here. */
export async function doctor(args: string[]): Promise<number> {
  const { values: { json } } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const directory = process.cwd();
  const findings = [nodeVersion(), await cdkJson(directory), ...PACKAGES.map((name) => installed(name, directory)), await port(DEFAULT_PORT)];
  process.stdout.write(json ? `${JSON.stringify(findings)}\n` : findings.map(({ ok, what, found }) => `${ok ? 'ok  ' : 'FAIL'}  ${what}: ${found}\n`).join(''));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

/** Functions run on this version too, whatever `Runtime` the template says. */
function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const found = `${process.versions.node}${ok ? '; functions run on it too' : `; ${LEAST_NODE.join('.')} is the least that will do`}`;
  return { what: 'Node.js', ok, found };
}

async function cdkJson(directory: string): Promise<Finding> {
  const what = 'cdk.json';
  try {
    const read = await readCdkJson(directory);
    if (!read) return { what, ok: false, found: `there is none in ${directory}; run this in the folder of a CDK app` };
    return read.app ? { what, ok: true, found: read.app } : { what, ok: false, found: 'it names no app; add "app": "node app.js"' };
  } catch (error) {
    return { what, ok: false, found: (error as Error).message };
  }
}

function installed(name: string, directory: string): Finding {
  try {
    const { version } = createRequire(join(directory, 'cdk.json'))(`${name}/package.json`) as { version: string };
    return { what: name, ok: true, found: version };
  } catch {
    return { what: name, ok: false, found: `it is not installed here; npm install ${name}` };
  }
}

async function port(number: number): Promise<Finding> {
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(number, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return { what: `port ${number}`, ok: true, found: free ? 'free' : 'in use; dev takes the next free one' };
}
