import { entityTag, versionOf } from '../item/entity-tag';
import { Asked } from '../operations/asked';
import { AttributeMap } from '../store/call';

/** The header that names the version of an item, on answers and refusals. */
export function tagHeader({ api }: Asked, item: AttributeMap): { ETag: string } {
  return { ETag: entityTag(versionOf(item), api.fingerprint) };
}
