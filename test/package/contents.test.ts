import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The value of an expression over the exports of a script. */
function evaluate(script: string, expression: string): unknown {
  const source = `import * as script from './scripts/${script}'; console.log(JSON.stringify(${expression}))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', source], { cwd: ROOT, encoding: 'utf8' }));
}

test('npm packs nothing but what is published', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-package.mjs', '--contents'], { cwd: ROOT, encoding: 'utf8' });

  expect(stdout + stderr).toContain('ok: contents');
  expect(status).toBe(0);
});

test('sources, maps, build files and what someone left would be told', () => {
  const strange = ['src/index.ts', 'lib/index.js.map', 'lib/tsconfig.tsbuildinfo', 'test/field.test.js', 'assets/.built', '.env', 'assets/local/left-over.js'];

  expect(evaluate('package/contents.mjs', `script.strangers(${JSON.stringify(['lib/index.js', ...strange])})`)).toEqual(
    strange.map((path) => `${path} is packed and must not be; ignore it in projenrc/entries.ts`),
  );
});

test('what is missing, too large, or tells of its machine is told', () => {
  expect(evaluate('package/contents.mjs', 'script.missing([])')).toContain('lib/index.d.ts is not packed');
  expect(evaluate('package/contents.mjs', 'script.tooLarge(5_000_001)')).toHaveLength(1);
  const files = "[{ path: 'lib/index.js', text: 'built in /home/ana/crud' }, { path: 'lib/field.js', text: 'clean' }]";
  expect(evaluate('package/contents.mjs', `script.traces(${files}, { folders: ['/home/ana'], hosts: [] })`)).toEqual(["lib/index.js contains '/home/ana'"]);
});

test.each([
  ['a licence that is not allowed', { licence: 'AGPL-3.0', texts: ['…'] }, 'oracle 1.0.0 is under AGPL-3.0; bundle what is under MIT, ISC, 0BSD, BSD-2-Clause, BSD-3-Clause, Apache-2.0'],
  ['no licence', { licence: 'none', texts: [] }, 'oracle 1.0.0 is under none; bundle what is under MIT, ISC, 0BSD, BSD-2-Clause, BSD-3-Clause, Apache-2.0'],
  ['a licence without its text', { licence: 'ISC', texts: [] }, 'oracle 1.0.0 ships no text of its licence (ISC), which has to be passed on'],
])('%s keeps a package out of the bundles', (_name, licence, refusal) => {
  expect(evaluate('licences.mjs', `script.refusals([${JSON.stringify({ name: 'oracle', version: '1.0.0', ...licence })}])`)).toEqual([refusal]);
});

test('a package under a choice of licences is passed on under the allowed one', () => {
  const packages = JSON.stringify([{ name: 'either', version: '1.0.0', licence: '(GPL-3.0 OR MIT)', texts: ['MIT License'] }]);

  expect(evaluate('licences.mjs', `script.refusals(${packages})`)).toEqual([]);
  expect(evaluate('licences.mjs', `script.notices(${packages})`)).toContain('either 1.0.0 ((GPL-3.0 OR MIT))\n\nMIT License\n');
});
