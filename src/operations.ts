import { HttpMethod, OPERATION_DEFAULTS, OperationModel, OperationName, STANDARD_OPERATIONS } from './model';
import { member, NUMBER, TEXT } from './private/options/kind';
import { readOptions, Shape } from './private/options/read-options';
import { shown } from './private/options/shown';

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
  /** `DELETE /todos`: deletes all items that the caller can reach, for good, as far as a bounded run goes; it takes no filter. */
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
   * Status of every success: 200, 201 or 204.
   * @default - as in the contract: 201 for a create; 200 for a PUT, and 201 if it has made the item
   */
  readonly successStatus?: number;
  /**
   * The member of the answer that holds the item.
   * @default - the answer is the item
   */
  readonly envelope?: string;
}

const OPTIONS: Shape<OperationOptions> = { route: TEXT, successStatus: NUMBER, envelope: TEXT };
const NAME = member('Operation', Operation);
const ROUTE = /^(GET|POST|PUT|PATCH|DELETE) (\/[A-Za-z0-9._~{}/-]*)$/;

/** The operations of an API; each adds rights, so an API has those that are asked for. */
export class Operations {
  /** CREATE, LIST, GET, REPLACE, UPDATE and DELETE. */
  public static standard(): Operations {
    return Operations.only(...(STANDARD_OPERATIONS as Operation[]));
  }

  /** These operations and no other. */
  public static only(...operations: Operation[]): Operations {
    return new Operations(new Map()).including(...operations);
  }

  private constructor(
    private readonly chosen: ReadonlyMap<Operation, OperationOptions>,
    /** @internal */
    public readonly _mistakes: string[] = [],
  ) {}

  /** The same, and these too. */
  public including(...operations: Operation[]): Operations {
    return this.with([...operations.map((operation) => [operation, {}] as const), ...this.chosen], operations);
  }

  /** The same, but these. */
  public without(...operations: Operation[]): Operations {
    return this.with([...this.chosen].filter(([operation]) => !operations.includes(operation)), operations);
  }

  /** The same, with this operation configured; it is added if it was left out. */
  public configure(operation: Operation, options: OperationOptions): Operations {
    const { options: read, mistakes } = readOptions(options, OPTIONS);
    if (read.route !== undefined && !ROUTE.test(read.route)) {
      mistakes.push(`route must be a method and a path such as 'PUT /{id}', got ${shown(read.route)}`);
    }
    const chosen = [...this.chosen, [operation, { ...this.chosen.get(operation), ...read }] as const];
    return this.with(chosen, [operation], mistakes.map((mistake) => `operations.${operation}: ${mistake}`));
  }

  /** Mistakes are kept for the construct, which tells them with its path. */
  private with(chosen: (readonly [Operation, OperationOptions])[], named: Operation[], mistakes: string[] = []): Operations {
    const unknown = named.filter((operation) => !NAME.takes(operation));
    return new Operations(new Map(chosen), [
      ...this._mistakes,
      ...unknown.map((operation) => `operations: an operation must be ${NAME.wanted}, got ${shown(operation)}`),
      ...(unknown.length > 0 ? [] : mistakes),
    ]);
  }

  /** @internal */
  public _model(): { [name in OperationName]?: OperationModel } {
    const entries = [...this.chosen].map(([operation, options]) => [operation, operationModel(operation, options)]);
    return Object.fromEntries(entries) as { [name in OperationName]?: OperationModel };
  }
}

function operationModel(operation: Operation, { route, successStatus, envelope }: OperationOptions): OperationModel {
  const { method: defaultMethod, path: defaultPath, ...statuses } = OPERATION_DEFAULTS[operation];
  const [, method = defaultMethod, path = defaultPath] = ROUTE.exec(route ?? '') ?? [];
  return {
    method: method as HttpMethod,
    path,
    ...(successStatus === undefined ? statuses : { successStatus }),
    ...(envelope === undefined ? {} : { envelope }),
  };
}
