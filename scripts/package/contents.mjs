// What may be in the tarball, and what has to be.

/** Everything else is a mistake: a source, a test, a map, a file that someone left. */
const ALLOWED = [
  /^(package\.json|README\.md|LICENSE|API\.md|\.jsii)$/,
  /^lib\/.+(\.js|\.d\.ts)$/,
  /^assets\/(THIRD-PARTY\.txt|(runtime|validator|cli)\/index\.js|local\/(index|function-host)\.js)$/,
  /^assets\/console\/.+\.(html|css|js|svg)$/,
];

const REQUIRED = [
  'package.json', 'README.md', 'LICENSE', 'API.md', '.jsii', 'lib/index.js', 'lib/index.d.ts',
  'assets/THIRD-PARTY.txt', 'assets/runtime/index.js', 'assets/validator/index.js', 'assets/cli/index.js', 'assets/local/index.js', 'assets/local/function-host.js',
];

/** Installed; in bytes. */
const MOST = 5_000_000;

/** Files that are there and must not be. */
export function strangers(paths) {
  return paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path))).map((path) => `${path} is packed and must not be; ignore it in projenrc/entries.ts`);
}

/** Files that must be there and are not. */
export function missing(paths) {
  return REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path} is not packed`);
}

export function tooLarge(bytes) {
  return bytes > MOST ? [`the package has ${bytes} bytes installed, more than ${MOST}`] : [];
}

/** Traces of the machine that it was built on, of the registry that it was installed from, and of sources inlined as maps. */
export function traces(files, { folders, hosts }) {
  const marks = [...folders, ...hosts, 'sourceMappingURL='];
  return files.flatMap(({ path, text }) => marks.filter((mark) => text.includes(mark)).map((mark) => `${path} contains '${mark}'`));
}
