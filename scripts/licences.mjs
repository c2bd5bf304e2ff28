// Whose code the bundles hold, and under which licences: read from esbuild's metafiles, written beside the bundles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be bundled; each lets us pass it on under its own terms. */
export const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

/**
 * Packages whose published file holds another package, which no metafile shows.
 * redos-detector also holds forkable-iterator, of the same author under the same licence, and tslib, whose licence (0BSD) asks for nothing.
 */
const INLINED = { 'redos-detector': ['regjsparser'] };

/** The text of the licence, for packages that name it and ship none. */
const MIT = readFileSync(new URL('mit.txt', import.meta.url), 'utf8');

/** The packages that are in the outputs, by the folder that each is installed in. */
export function bundledPackages(root, metafiles) {
  const folders = metafiles.flatMap(({ outputs }) => Object.values(outputs)).flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter(Boolean);
  const inlined = folders.flatMap((folder) => (INLINED[folder.replace(/^.*node_modules\//, '')] ?? []).map((name) => `node_modules/${name}`));
  return [...new Set([...folders, ...inlined])].map((folder) => describe(join(root, folder))).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function describe(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file)).sort();
  const licence = license?.type ?? license ?? 'none';
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && licence === 'MIT') texts.push(MIT.trim().replace('<holder>', author?.name ?? author ?? `the authors of ${name}`));
  return { name, version, licence, texts };
}

/** One line a package that may not be bundled. */
export function refusals(packages) {
  return packages.flatMap(({ name, version, licence, texts }) => {
    const isAllowed = licence.replace(/[()]/g, '').split(' OR ').some((choice) => ALLOWED.includes(choice));
    if (!isAllowed) return [`${name} ${version} is under ${licence}; bundle what is under ${ALLOWED.join(', ')}`];
    return texts.length === 0 ? [`${name} ${version} ships no text of its licence (${licence}), which has to be passed on`] : [];
  });
}

/** One line a package that is bundled and asked for by a range: what ships would depend on the day of the install. */
export function unpinned(packages, { devDependencies }) {
  return packages.filter(({ name, version }) => (devDependencies[name] ?? version) !== version)
    .map(({ name, version }) => `${name} is bundled and asked for as '${devDependencies[name]}'; pin it in .projenrc.ts: ${name}@${version}`);
}

/** The notices that the licences ask for, each text once. */
export function notices(packages) {
  const byText = new Map();
  for (const { name, version, licence, texts } of packages) {
    const text = texts.join('\n\n');
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const sections = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `The files in this folder contain code of these packages, passed on under their licences.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
