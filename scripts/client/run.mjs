// Generates clients with openapi-typescript from the documents of running APIs, compiles programs against them, and runs these with openapi-fetch:
// `node scripts/client/run.mjs`; prints a table, fails if a step does, or if no line of a program notices that the document has lost its schemas.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Workshop } from './compile.mjs';
import { bundle, isBundled } from '../bundle.mjs';
import { compile, isCompiled, root } from '../library.mjs';

const APPS = [
  { name: 'todos', directory: join(root, 'examples', 'todos') },
  { name: 'contract', directory: root, app: 'node --import tsx test/openapi/fixture-app.ts' },
];

/** Whom the contract's fixture knows. */
const CALLER = { sub: 'ana', claims: { team: 'a' } };

// CDK would lint the templates, for seconds
process.env.CDK_VALIDATION ??= 'false';

async function started({ name, directory, app }, { startLocal, synthesize }) {
  const cloud = await startLocal({ assembly: await synthesize({ directory, app }), port: 0 });
  const document = await fetch(`${cloud.url}/_console/openapi.json`).then((answer) => answer.json());
  return { name, cloud, document };
}

/** What is left of a document whose schemas say nothing. */
function withoutSchemas(part) {
  if (Array.isArray(part)) return part.map(withoutSchemas);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => {
    if (name === 'schema') return [name, {}];
    if (name === 'schemas') return [name, Object.fromEntries(Object.keys(value).map((schema) => [schema, {}]))];
    return [name, withoutSchemas(value)];
  }));
}

function operationsOf({ paths }) {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => (
    { call: `${method.toUpperCase()} ${path}`, kind: /^[a-z]+/.exec(operation.operationId)[0] }
  )));
}

/** Runs a program; what it prints are its calls. */
async function callsOf({ name, cloud }, folder) {
  const headers = { 'content-type': 'application/json' };
  const issued = await fetch(`${cloud.url}/_console/token`, { method: 'POST', headers, body: JSON.stringify(CALLER) });
  const { token = '' } = await issued.json();
  const env = { ...process.env, API_URL: cloud.url, API_TOKEN: token };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'out', name, `${name}.mjs`)], { env });
  return stdout.trimEnd().split('\n');
}

/** A row of the table, and what is amiss. */
function report({ name, document }, calls, { directives, unnoticed }) {
  const operations = operationsOf(document);
  const called = operations.filter(({ call }) => calls.some((line) => line.startsWith(`${call} `)));
  const isCalled = (wanted) => called.some(({ kind }) => kind === wanted);
  const row = {
    'client': name,
    'operations': operations.length,
    'called': called.length,
    'calls': calls.length,
    'statuses': [...new Set(calls.map((line) => line.split(' ').at(-1)))].sort().join(' '),
    'wrong lines refused': directives,
    'by schemas alone': unnoticed,
  };
  const uncalled = [...new Set(operations.map(({ kind }) => kind))].filter((kind) => !isCalled(kind));
  const lines = uncalled.map((kind) => `${name}: nothing calls the operation ${kind}`);
  return { row, mistakes: [...lines, ...(unnoticed > 0 ? [] : [`${name}: a document that has lost its schemas is not noticed`])] };
}

const folder = mkdtempSync(join(tmpdir(), 'clients-'));
const running = [];
try {
  if (!isBundled()) await bundle();
  if (!isCompiled()) compile();
  const local = createRequire(import.meta.url)('../../assets/local/index.js');
  for (const app of APPS) running.push(await started(app, local));

  const workshop = new Workshop(folder);
  for (const { name, document } of running) {
    workshop.add(name, name, document);
    workshop.add(`${name}-without-schemas`, name, withoutSchemas(document));
  }
  await workshop.generate();
  const errors = await workshop.compile();
  const ofProgram = errors.filter(({ client }) => !client?.endsWith('-without-schemas')).map(({ message }) => message);
  if (ofProgram.length > 0) throw new Error(ofProgram.join('\n'));

  const reports = [];
  for (const api of running) {
    const unnoticed = errors.filter(({ client, isUnused }) => client === `${api.name}-without-schemas` && isUnused).length;
    reports.push(report(api, await callsOf(api, folder), { directives: workshop.directivesOf(api.name), unnoticed }));
  }
  console.table(reports.map(({ row }) => row));
  const mistakes = reports.flatMap((one) => one.mistakes);
  for (const mistake of mistakes) console.error(mistake);
  process.exitCode = mistakes.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  for (const { cloud } of running) await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}
