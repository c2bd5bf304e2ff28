import { ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { Call } from './corpus';
import { openEngine, ServiceError } from '../../../../src/local/dynamodb';

/** What a call came to: the answer, or the error's type. */
export type Outcome = { readonly answer: unknown } | { readonly error: string; readonly body: unknown };

export interface Peer {
  call(call: Call): Promise<Outcome>;
  close(): Promise<void>;
}

export async function embedded(): Promise<Peer> {
  const engine = await openEngine();
  return {
    call: async ({ action, input }) => {
      try {
        return { answer: JSON.parse(JSON.stringify(await engine.call(action, input))) as unknown };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { error: error.type, body: JSON.parse(JSON.stringify(error.body)) as unknown };
      }
    },
    close: async () => engine.close(),
  };
}

const PACKAGE = '@dynoxide/linux-x64';

/** Where dynoxide's program is: as said, or in its package. */
export function findDynoxide(path: string | undefined): string | undefined {
  if (path !== undefined) return existsSync(path) ? path : undefined;
  try {
    return createRequire(__filename).resolve(`${PACKAGE}/dynoxide`);
  } catch {
    return undefined;
  }
}

export async function dynoxide(program: string): Promise<Peer> {
  const port = await freePort();
  const child = spawn(program, ['serve', '--port', String(port)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    call: async ({ action, input }) => {
      const response = await fetch(url, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `DynamoDB_20120810.${action}`,
          'x-amz-date': '20260101T000000Z',
          'authorization': 'AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
        },
      });
      const body = await response.json() as { __type?: string };
      return response.ok ? { answer: body } : { error: body.__type?.replace(/^.*#/, '') ?? String(response.status), body };
    },
    close: async () => { child.kill(); },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  while (!await fetch(url).then(() => true, () => false)) {
    if (child.exitCode !== null) throw new Error(`dynoxide ended with code ${child.exitCode}`);
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
