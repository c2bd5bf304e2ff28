import { HttpMethod, OPERATION_DEFAULTS, OperationModel, OperationName, STANDARD_OPERATIONS } from './model';

/** What an API can do with its items. */
export enum Operation {
  /** `POST /todos` */
  CREATE = 'create',
  /** `GET /todos` */
  LIST = 'list',
  /** `GET /todos/{id}` */
  GET = 'get',
  /** `PUT /todos/{id}` */
  REPLACE = 'replace',
  /** `PATCH /todos/{id}` */
  UPDATE = 'update',
  /** `DELETE /todos/{id}` */
  DELETE = 'delete',
  /** `PUT /todos`, the id in the body: creates or replaces; for ids that clients choose. */
  UPSERT = 'upsert',
  /** `POST /todos/batch`: several writes, all or none unless the request says otherwise. */
  BATCH = 'batch',
  /** `GET /todos/count`: how many items a filter matches, as far as a bounded read goes. */
  COUNT = 'count',
  /** `DELETE /todos`: deletes what a filter matches, as far as a bounded run goes. */
  CLEAR = 'clear',
  /** `POST /todos/{id}/restore`: brings back a deleted item; for entities with `softDelete`. */
  RESTORE = 'restore',
}

/** How one operation differs from its default. */
export interface OperationOptions {
  /**
   * Method and path, relative to the API's path; the item's variable is written `{id}`.
   * @default - as in the contract, such as `PATCH /{id}`
   */
  readonly route?: string;
  /**
   * Status of a success: 200, 201 or 204.
   * @default - as in the contract, such as 201 for a create
   */
  readonly successStatus?: number;
  /**
   * The member of the answer that holds the item.
   * @default - the answer is the item
   */
  readonly envelope?: string;
}

const ROUTE = /^(GET|POST|PUT|PATCH|DELETE) (\/[A-Za-z0-9._~{}/-]*)$/;

/** The operations of an API; each adds rights, so an API has those that are asked for. */
export class Operations {
  /** CREATE, LIST, GET, REPLACE, UPDATE and DELETE. */
  public static standard(): Operations {
    return Operations.only(...(STANDARD_OPERATIONS as Operation[]));
  }

  /** These operations and no other. */
  public static only(...operations: Operation[]): Operations {
    return new Operations(new Map(operations.map((operation) => [operation, {}])));
  }

  private constructor(private readonly chosen: ReadonlyMap<Operation, OperationOptions>) {}

  /** The same, and these too. */
  public including(...operations: Operation[]): Operations {
    return new Operations(new Map([...operations.map((operation) => [operation, {}] as const), ...this.chosen]));
  }

  /** The same, but these. */
  public without(...operations: Operation[]): Operations {
    return new Operations(new Map([...this.chosen].filter(([operation]) => !operations.includes(operation))));
  }

  /** The same, with this operation configured; it is added if it was left out. */
  public configure(operation: Operation, options: OperationOptions): Operations {
    return new Operations(new Map([...this.chosen, [operation, { ...this.chosen.get(operation), ...options }]]));
  }

  /** @internal */
  public _model(): { [name in OperationName]?: OperationModel } {
    const entries = [...this.chosen].map(([operation, options]) => [operation, operationModel(operation, options)]);
    return Object.fromEntries(entries) as { [name in OperationName]?: OperationModel };
  }
}

function operationModel(operation: Operation, options: OperationOptions): OperationModel {
  const { method, path, successStatus } = OPERATION_DEFAULTS[operation];
  const route = options.route === undefined ? { method, path } : parseRoute(operation, options.route);
  const envelope = options.envelope === undefined ? {} : { envelope: options.envelope };
  return { ...route, successStatus: options.successStatus ?? successStatus, ...envelope };
}

function parseRoute(operation: Operation, route: string): { method: HttpMethod; path: string } {
  const match = ROUTE.exec(route);
  if (!match) {
    throw new Error(`operations.${operation}: route must be a method and a path such as 'PUT /{id}', got '${route}'`);
  }
  return { method: match[1] as HttpMethod, path: match[2] };
}
