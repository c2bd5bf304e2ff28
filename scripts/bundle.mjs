// Bundles what ships as plain JavaScript into assets/.
// `--if-stale` does nothing when no source is newer than the bundles; `--clean` leaves nothing of an earlier build.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { isFresh } from './freshness.mjs';
import { bundledPackages, notices, refusals } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Written last, so that it tells when the bundles were made. */
export const NOTICES = 'assets/THIRD-PARTY.txt';

const common = { absWorkingDir: root, bundle: true, platform: 'node', format: 'cjs', minify: true, legalComments: 'none', logLevel: 'warning', charset: 'utf8', metafile: true };

const bundles = [
  {
    entryPoints: ['src/runtime/index.ts'],
    outfile: 'assets/runtime/index.js',
    target: 'node22',
    mainFields: ['module', 'main'],
  },
  { entryPoints: ['src/validator/index.ts'], outfile: 'assets/validator/index.js', target: 'node20' },
  {
    entryPoints: { 'local/index': 'src/local/index.ts', 'local/function-host': 'src/local/lambda/function-host.ts' },
    outdir: 'assets',
    target: 'node20',
    // dynalite asks for a native store when it is loaded; ours is in memory
    alias: { level: 'memory-level' },
  },
  { entryPoints: ['src/cli/index.ts'], outfile: 'assets/cli/index.js', target: 'node20', plugins: [localCloudBeside()] },
];

/** The command line loads the bundle of the local cloud, instead of having one more. */
function localCloudBeside() {
  return {
    name: 'local-cloud-beside',
    setup: ({ onResolve }) => onResolve({ filter: /^(\.\.\/)+local$/ }, () => ({ path: '../local/index.js', external: true })),
  };
}

export function isBundled() {
  return isFresh(join(root, NOTICES), ['src', 'console', 'scripts', 'package-lock.json'].map((path) => join(root, path)));
}

/** What esbuild tells about each bundle; nothing is written if only that is asked for. */
export async function metafiles(write = false) {
  const results = await Promise.all(bundles.map((options) => build({ ...common, ...options, write })));
  return results.map(({ metafile }) => metafile);
}

export async function bundle() {
  if (process.argv.includes('--clean')) rmSync(join(root, 'assets'), { recursive: true, force: true });
  const built = await metafiles(true);
  cpSync(join(root, 'console'), join(root, 'assets', 'console'), { recursive: true });
  const packages = bundledPackages(root, built);
  const refused = refusals(packages);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  writeFileSync(join(root, NOTICES), notices(packages));
  return built.flatMap(({ outputs }) => Object.entries(outputs).map(([path, { bytes }]) => `${path} ${Math.round(bytes / 1024)} KB`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--if-stale') && isBundled()) process.exit(0);
  console.log(`bundled ${(await bundle()).join(', ')}`);
}
