import { Json } from '../../model';
import { AttributeMap } from '../store/call';

/** What an operation came to, apart from its form in HTTP. */
export type Outcome =
  | { readonly kind: 'item'; readonly item: AttributeMap; readonly created?: boolean; readonly replayed?: boolean }
  | { readonly kind: 'notModified'; readonly item: AttributeMap }
  | { readonly kind: 'page'; readonly items: readonly AttributeMap[]; readonly nextCursor?: string }
  /** `error` is a defect that the value shows as a problem of one of its parts. */
  | { readonly kind: 'value'; readonly value: Json; readonly status?: number; readonly error?: unknown }
  | { readonly kind: 'nothing' };
