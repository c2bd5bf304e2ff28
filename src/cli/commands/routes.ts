import { parseArgs } from 'node:util';
import { listRoutes, RouteListing, synthesize } from '../../local';
import { step } from '../progress';

const COLUMNS: [heading: string, value: (route: RouteListing) => string][] = [
  ['METHOD', ({ method }) => method],
  ['PATH', ({ path }) => path],
  ['OPERATION', ({ operation }) => operation ?? ''],
  ['AUTH', ({ auth }) => auth],
  ['FUNCTION', ({ function: name }) => name],
  ['IAM ACTIONS', ({ actions }) => actions.join(' ')],
];

/** Lists the routes of the app, without running it. */
export async function routes(args: string[]): Promise<number> {
  const { values: { app, output, json } } = parseArgs({
    args,
    options: { app: { type: 'string', short: 'a' }, output: { type: 'string', short: 'o' }, json: { type: 'boolean', default: false } },
  });
  const assembly = await step(process.stderr, 'synthesizing', (onOutput) => synthesize({ directory: process.cwd(), app, output, onOutput }));
  const listing = await listRoutes(assembly);
  process.stdout.write(json ? `${JSON.stringify(listing)}\n` : table(listing));
  return 0;
}

function table(listing: readonly RouteListing[]): string {
  const rows = [COLUMNS.map(([heading]) => heading), ...listing.map((route) => COLUMNS.map(([, value]) => value(route)))];
  const widths = COLUMNS.map((_column, position) => Math.max(...rows.map((row) => row[position]!.length)));
  return rows.map((row) => `${row.map((cell, position) => cell.padEnd(widths[position]!)).join('  ').trimEnd()}\n`).join('');
}
