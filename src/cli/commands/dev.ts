import { LocalCloud, seededFaults, startLocal, synthesize } from '../../local';
import { chaosLines } from '../chaos-lines';
import { functionLine } from '../function-line';
import { openBrowser } from '../open-browser';
import { quoted, seconds, step } from '../progress';
import { requestLine } from '../request-line';
import { startScreen } from '../screen';
import { Shutdown } from '../shutdown';
import { describeError } from '../user-error';
import { DevOptions, readDevOptions } from './dev-options';
import { watchApp } from '../watch/watch-app';

/** An address does not show it. */
const HTTP_PORT = 80;

/** Synthesizes the app, serves it, and deploys it anew at every change, until it is told to end. */
export async function dev(args: string[]): Promise<number> {
  const options = readDevOptions(args, process.env);
  const shutdown = new Shutdown();
  try {
    return await run(options, shutdown);
  } catch (error) {
    if (shutdown.signal.aborted) return 0; // ended before it was up
    throw error;
  } finally {
    shutdown.close();
  }
}

async function run(options: DevOptions, shutdown: Shutdown): Promise<number> {
  // a program that reads the JSON is not disturbed by what is said to people
  const out = options.json ? process.stderr : process.stdout;
  const directory = process.cwd();
  const { app, output, data } = options;
  const synth: Synth = (onOutput) => synthesize({ directory, app, output, signal: shutdown.signal, onOutput });
  const assembly = await step(out, 'synthesizing', synth);
  const cloud = await step(out, 'starting', () => startLocal({
    assembly,
    port: options.port,
    nextFreePort: options.nextFreePort,
    host: options.host,
    dataDirectory: data,
    fsync: options.fsync,
    crossOrigin: options.crossOrigin,
    faults: options.chaos === undefined ? undefined : seededFaults({ seed: options.chaos }),
    onLog: (line) => sayLine(out, functionLine(line, options.verbose)),
  }));
  shutdown.onKill(() => cloud.kill());
  const watched = { directory, app, assembly, data };
  const watcher = options.watch ? await watchApp(watched, (change) => redeploy(cloud, change, synth, out)) : undefined;
  announce(cloud, options, out);
  await shutdown.asked;
  watcher?.close();
  const { inFlight } = cloud.requests;
  if (inFlight > 0) sayLine(out, `  finishing ${inFlight} ${inFlight === 1 ? 'request' : 'requests'}; Ctrl-C again ends at once`);
  await cloud.stop();
  return 0;
}

function announce(cloud: LocalCloud, { port, json, open, chaos }: DevOptions, out: NodeJS.WritableStream): void {
  const { url, apis, sites, outputs, notices } = cloud;
  const taken = Number(new URL(url).port || HTTP_PORT);
  if (port !== 0 && taken !== port) sayLine(out, `  port ${port} is in use; taking ${taken}`);
  if (json) process.stdout.write(`${JSON.stringify({ url, apis, sites, outputs, notices })}\n`);
  else sayLine(out, startScreen(cloud));
  if (chaos !== undefined) sayLine(out, chaosLines(chaos));
  cloud.requests.subscribe((record) => sayLine(out, requestLine(record)));
  if (open) openBrowser(url);
}

/** Synthesizes the app, and tells what it writes meanwhile. @returns the assembly's folder */
type Synth = (onOutput: (line: string) => void) => Promise<string>;

/** What fails leaves the app as it was. */
async function redeploy(cloud: LocalCloud, change: string, synth: Synth, out: NodeJS.WritableStream): Promise<void> {
  const begun = performance.now();
  const known = new Set(cloud.notices);
  try {
    await synth((line) => out.write(quoted(line)));
    await cloud.reload();
    sayLine(out, `  ${change} changed; deployed anew in ${seconds(begun)}`);
    for (const notice of cloud.notices) if (!known.has(notice)) sayLine(out, `  ${notice}`);
  } catch (error) {
    process.stderr.write(`  ${change} changed; what was there before goes on: ${describeError(error)}\n`);
  }
}

function sayLine(out: NodeJS.WritableStream, text: string | undefined): void {
  if (text !== undefined) out.write(`${text}\n`);
}
