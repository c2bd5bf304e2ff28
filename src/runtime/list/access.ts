import { Filter } from './filter';
import { IndexModel } from '../../model';
import { AttributeValue } from '../store/call';

/** How a list is read: by the table's key or an index, and what is left to filter after the read. */
export interface Access {
  readonly index?: IndexModel;
  /** The partition is one of a scope: the table's own, or of an index that begins with the scope. */
  readonly scoped: boolean;
  /** Values of the partition's attributes apart from the scope, and of the leading sort attributes. */
  readonly equals: readonly (readonly [attribute: string, value: AttributeValue])[];
  readonly range?: Filter;
  /** Values of the range's ends that do not belong to it: a key condition can only include both. */
  readonly excluded: readonly AttributeValue[];
  /** All sort attributes in order; the id is the last, so that no two items have the same place. */
  readonly sort: readonly string[];
  readonly rest: readonly Filter[];
  /** No index serves the filter, and the declaration allows to read the whole table. */
  readonly scan: boolean;
}
