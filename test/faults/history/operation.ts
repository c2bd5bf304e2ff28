/** The fields of an item, without those that only the server sets. */
export type Fields = { readonly [name: string]: unknown };

/** An item as an answer shows it. */
export interface Shown {
  /** Tells it from items that had its id before or after. */
  readonly life: string;
  readonly version: number;
  readonly fields: Fields;
}

/** A state of an item, as an entity tag names it. */
export type Tag = Pick<Shown, 'life' | 'version'>;

/** What was asked. Every write sets the field `stamp` to its operation's id, so that each version shows who made it. */
export type Request =
  | { readonly kind: 'get' }
  | { readonly kind: 'create'; readonly fields: Fields }
  /** `creates`: a PUT of an item that is not there makes it. */
  | { readonly kind: 'replace'; readonly fields: Fields; readonly creates: boolean; readonly ifMatch?: Tag }
  | { readonly kind: 'patch'; readonly fields: Fields; readonly ifMatch?: Tag }
  | { readonly kind: 'delete'; readonly ifMatch?: Tag };

export interface Answer {
  /** 503: it may have happened, may happen yet, or never will. */
  readonly status: number;
  readonly item?: Shown;
}

/** One request to one item, as its client saw it. */
export interface Operation {
  readonly id: string;
  readonly request: Request;
  readonly answer: Answer;
  /** Of one clock for all clients, in milliseconds. */
  readonly invoked: number;
  readonly completed: number;
}

export const isUnknown = ({ answer: { status } }: Operation): boolean => status === 503;

/** Who made the version that an item shows. */
export const stampOf = ({ fields }: Pick<Shown, 'fields'>): unknown => fields.stamp;

export function describe({ id, request, answer: { status, item } }: Operation): string {
  const condition = 'ifMatch' in request && request.ifMatch ? ` if version ${request.ifMatch.version}` : '';
  return `${id}: ${request.kind}${condition} -> ${status}${item ? `, version ${item.version} by ${String(stampOf(item))}` : ''}`;
}
