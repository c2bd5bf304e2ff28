// Packs the package as npm publishes it, and unpacks it.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../library.mjs';

/** Runs a program to its end and answers what it printed; what it is given is its standard input. */
export function run(command, args, { input = '', ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { cwd: root, maxBuffer: 64 * 1024 * 1024, ...options }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${command} ${args.join(' ')}: ${error.killed ? 'killed' : `ended with ${error.code}`}\n${stdout}${stderr}`));
      else resolve(stdout);
    });
    child.stdin.end(input);
  });
}

/** The paths in the tarball and its size when unpacked; with a folder, the tarball itself. */
export async function pack(folder) {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    await run('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', ...(folder ? ['--pack-destination', folder] : ['--dry-run'])]),
  );
  return { tarball: folder && join(folder, filename), paths: files.map(({ path }) => path), unpackedSize };
}

/** Unpacks a tarball into a folder, which is then the package. */
export async function unpack(tarball, folder) {
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}

/** Every file below a folder, as text. */
export function readTexts(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }));
}
