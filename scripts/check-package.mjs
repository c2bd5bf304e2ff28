// Holds the package to what it promises: `node scripts/check-package.mjs`; with `--contents`, only that nothing is packed which must not be, without a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, isBundled } from './bundle.mjs';
import { checkLicences } from './check-licences.mjs';
import { compile, isCompiled, root } from './library.mjs';
import { missing, strangers, tooLarge, traces } from './package/contents.mjs';
import { checkManifest } from './package/manifest.mjs';
import { pack, readTexts, run, unpack } from './package/pack.mjs';

let failed = 0;

function report(name, mistakes) {
  console.log(mistakes.length === 0 ? `ok: ${name}` : `FAILED: ${name}\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
  failed += mistakes.length > 0;
}

/** Hosts that packages were installed from here; npm's own is public. */
async function registryHosts() {
  return [new URL((await run('npm', ['config', 'get', 'registry', '--loglevel=error'])).trim()).host].filter((host) => host !== 'registry.npmjs.org');
}

async function checkAll(folder) {
  if (!isBundled()) await bundle();
  if (!isCompiled()) compile();

  const { tarball, paths, unpackedSize } = await pack(folder);
  const installed = join(folder, 'package');
  await unpack(tarball, installed);
  const size = `${paths.length} files, ${(unpackedSize / 1e6).toFixed(2)} MB installed`;
  report(`contents (${size})`, [...strangers(paths), ...missing(paths), ...tooLarge(unpackedSize)]);
  report('traces of this machine', traces(readTexts(installed), { folders: [root, homedir(), `${tmpdir()}/`], hosts: await registryHosts() }));
  report('package.json', checkManifest(installed));
  report('licences', await checkLicences());
  const { runAreTheTypesWrong, runPublint } = await import('./package/lint.mjs');
  report('publint', await runPublint(tarball));
  report('@arethetypeswrong/cli', await runAreTheTypesWrong(tarball));
}

if (process.argv.includes('--contents')) {
  report('contents', strangers((await pack()).paths));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'check-package-'));
  try {
    await checkAll(folder);
  } catch (error) {
    report('the package can be built and packed', [error.message]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
process.exitCode = failed > 0 ? 1 : 0;
