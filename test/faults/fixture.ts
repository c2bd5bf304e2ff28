import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Auth, EntitySchema, Field, FunctionLayout, ItemId, Operation, Operations, ServerlessCrudApi, ServerlessCrudApiProps } from '../../src';
import type { ChooseFault, LocalCloud, LocalOptions, RequestRecord, SeededFaults } from '../../src/local';

/** Every write says who made it; the slots are there to be patched apart from each other. */
const fields = { stamp: Field.text(), a: Field.integer(), b: Field.integer(), c: Field.integer(), d: Field.integer() };

/** Synthesizes the entities that faults are tried on; returns the cloud assembly's directory. */
export function synthesize(outdir: string): string {
  const stack = new Stack(new App({ outdir }), 'Faults');
  const common = { auth: Auth.none(), removalPolicy: RemovalPolicy.DESTROY };
  const { host } = new ServerlessCrudApi(stack, 'Cells', { ...common, schema: new EntitySchema('cell', fields, { itemId: ItemId.CLIENT_CHOSEN }) });
  const add = (id: string, props: Partial<ServerlessCrudApiProps> & Pick<ServerlessCrudApiProps, 'schema'>) =>
    new ServerlessCrudApi(stack, id, { ...common, host, ...props });
  const single = FunctionLayout.SINGLE;
  const all = Operations.standard().including(Operation.BATCH, Operation.CLEAR);
  add('Notes', { schema: new EntitySchema('note', fields), operations: all, functionLayout: single, request: { idempotencyKey: true } });
  add('Members', {
    schema: new EntitySchema('member', { ...fields, email: Field.text({ unique: true }) }, { itemId: ItemId.CLIENT_CHOSEN }), operations: all, functionLayout: single,
  });
  return (stack.node.root as App).synth().directory;
}

/** The entities on a local cloud whose calls to DynamoDB meet faults. */
export interface FaultyCloud {
  readonly url: string;
  /** Calls the faults were asked about, by the fault that each met. */
  readonly met: Map<string, number>;
  /** Replaces the faults from now on. @default - none */
  meet(choose?: ChooseFault): void;
  requestOf(requestId: string): RequestRecord | undefined;
  stop(): Promise<void>;
}

export async function startFaulty(): Promise<FaultyCloud> {
  process.env.CDK_VALIDATION ??= 'false';
  const directory = mkdtempSync(join(tmpdir(), 'faults-'));
  const met = new Map<string, number>();
  let choose: ChooseFault | undefined;
  const faults: ChooseFault = (call) => {
    const fault = choose?.(call);
    const name = fault === undefined ? 'none' : typeof fault === 'string' ? fault : fault.body.__type;
    met.set(name, (met.get(name) ?? 0) + 1);
    return fault;
  };
  const cloud = await local().startLocal({ assembly: synthesize(directory), faults }).catch((error: Error) => {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  return {
    url: cloud.url,
    met,
    meet: (chosen) => { choose = chosen; },
    requestOf: (requestId) => cloud.requests.find(requestId),
    stop: () => cloud.stop().finally(() => rmSync(directory, { recursive: true, force: true })),
  };
}

interface LocalModule {
  startLocal(options: LocalOptions): Promise<LocalCloud>;
  seededFaults(options: SeededFaults): ChooseFault;
}

/** The bundle that ships: it is what users run, and what finds its function host beside it. */
export function local(): LocalModule {
  return createRequire(__filename)('../../assets/local/index.js') as LocalModule;
}
