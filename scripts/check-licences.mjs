// Prints whose code is bundled and under which licence; fails if one is not allowed or not pinned, or its notice is not in assets/: `node scripts/check-licences.mjs`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metafiles, NOTICES } from './bundle.mjs';
import { bundledPackages, notices, refusals, unpinned } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** One line a mistake. */
export async function checkLicences() {
  const packages = bundledPackages(root, await metafiles());
  console.table(packages.map(({ name, version, licence }) => ({ package: name, version, licence })));
  const isCurrent = readFileSync(join(root, NOTICES), 'utf8') === notices(packages);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [...refusals(packages), ...unpinned(packages, manifest), ...(isCurrent ? [] : [`${NOTICES} is not that of these packages; run 'npm run bundle'`])];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mistakes = await checkLicences();
  for (const mistake of mistakes) console.error(mistake);
  process.exitCode = mistakes.length > 0 ? 1 : 0;
}
