// Writes OpenAPI documents with the command as it ships, the example's and that of the contract's fixture, and holds them to the recommended rules
// of Redocly and Spectral: `node scripts/lint-openapi.mjs`. A warning fails too; so does a linter that does not find a planted mistake.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { bundle, isBundled } from './bundle.mjs';
import { compile, isCompiled, root } from './library.mjs';

/** What an app's API is described by. */
function documentOf(directory, ...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'assets', 'cli', 'index.js'), 'openapi', ...options], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 100 * 2 ** 20,
    // CDK would lint the templates, for seconds
    env: { ...process.env, CDK_VALIDATION: 'false' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The document with an example that is not what its schema says. */
function withMistake(document) {
  const mistaken = structuredClone(document);
  mistaken.paths['/todos'].post.requestBody.content['application/json'].example.title = 5;
  return mistaken;
}

/** Spectral's. */
const SEVERITIES = ['error', 'warn', 'info', 'hint'];

/** Each answers one line a mistake. */
const LINTERS = {
  async redocly(document) {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
    return problems.map(({ severity, ruleId, message, location: [place] }) => `${severity} ${ruleId} at ${place?.pointer ?? '#/'}: ${message}`);
  },
  async spectral(document) {
    const linter = new spectral.Spectral();
    linter.setRuleset({ extends: [[rulesets.oas, 'recommended']] });
    const problems = await linter.run(document);
    return problems.map(({ severity, code, message, path }) => `${SEVERITIES[severity]} ${code} at #/${path.join('/')}: ${message}`);
  },
};

function countOperations({ paths }) {
  return Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
}

/** A row of the report, and the mistakes of each linter. */
async function lint(name, document) {
  const mistakes = {};
  for (const [linter, find] of Object.entries(LINTERS)) mistakes[linter] = await find(document);
  const counts = Object.fromEntries(Object.entries(mistakes).map(([linter, lines]) => [linter, lines.length]));
  return { row: { document: name, operations: countOperations(document), ...counts }, mistakes };
}

try {
  if (!isBundled()) await bundle();
  if (!isCompiled()) compile();
  const example = documentOf(join(root, 'examples', 'todos'), '--title', 'Todos');
  const fixture = documentOf(root, '--title', 'Contract', '--app', 'node --import tsx test/openapi/fixture-app.ts');

  const reports = [await lint('example', example), await lint('contract fixture', fixture)];
  const planted = await lint('example, with a planted mistake', withMistake(example));
  console.table([...reports, planted].map(({ row }) => row));

  const found = reports.flatMap(({ row, mistakes }) => (
    Object.entries(mistakes).flatMap(([linter, lines]) => lines.map((line) => `${row.document}, ${linter}: ${line}`))
  ));
  const blind = Object.keys(LINTERS).filter((linter) => planted.mistakes[linter].length === 0)
    .map((linter) => `${linter} does not find the planted mistake`);
  for (const mistake of [...found, ...blind]) console.error(mistake);
  process.exitCode = found.length + blind.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
