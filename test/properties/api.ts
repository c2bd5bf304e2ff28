import { Model } from '../../src/model';
import { RequestOptions, ShownAnswer } from '../runtime/fixtures/function';
import { openTable, TestTable } from '../runtime/fixtures/table';

/** An item, as far as all have it. */
export interface Item extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
}

export interface Page {
  readonly items: Item[];
  readonly nextCursor?: string;
}

/** The handler over the embedded DynamoDB, in this process: events in, answers out. */
export interface Api {
  readonly table: TestTable;
  ask(method: string, path: string, options?: RequestOptions): Promise<ShownAnswer>;
  /** As `ask`, of what has to succeed. */
  succeed(method: string, path: string, options?: RequestOptions): Promise<any>;
}

/** Opens an API with a clock that goes on by a millisecond a request. */
export async function withApi<T>(model: Model, use: (api: Api) => Promise<T>): Promise<T> {
  const table = await openTable(model);
  let requests = 0;
  const ask = async (method: string, path: string, options?: RequestOptions) => {
    table.at(requests++);
    return table.request(method, path, options);
  };
  const succeed = async (method: string, path: string, options?: RequestOptions) => {
    const answer = await ask(method, path, options);
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}?${options?.query ?? ''}: ${answer.statusCode} ${answer.body ?? ''}`);
    return answer.json as unknown;
  };
  try {
    return await use({ table, ask, succeed });
  } finally {
    await table.close();
  }
}
