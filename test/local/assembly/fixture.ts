import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];

/** A folder of its own for a test; removed when the file's tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  folders.push(folder);
  return folder;
}

afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Writes files, objects as JSON, by their paths in a new folder. */
export function writeFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** An assembly of hand-written templates, by stack. `environments` gives some of them an account and a region. */
export function writeAssembly(templates: Readonly<Record<string, object>>, environments: Readonly<Record<string, string>> = {}): string {
  const stacks = Object.keys(templates);
  return writeFolder({
    'manifest.json': {
      version: '55.0.0',
      artifacts: Object.fromEntries(stacks.map((id) => [id, {
        type: 'aws:cloudformation:stack',
        environment: environments[id] ?? 'aws://unknown-account/unknown-region',
        properties: { templateFile: `${id}.template.json` },
      }])),
    },
    ...Object.fromEntries(stacks.map((id) => [`${id}.template.json`, templates[id]])),
  });
}
