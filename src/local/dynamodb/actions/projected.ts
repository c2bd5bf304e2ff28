import { project } from '../expressions/projection';
import { ParsedProjection, Path } from '../expressions/syntax';
import { Item } from '../values/attribute-value';

/** A read that may ask for less than whole items. */
export interface ProjectedRequest {
  readonly AttributesToGet?: readonly string[];
  readonly _projection?: ParsedProjection;
}

export function projectedPaths({ AttributesToGet, _projection }: ProjectedRequest): readonly Path[] | undefined {
  return _projection?.paths ?? AttributesToGet?.map((name) => [name]);
}

export function view(item: Item, paths: readonly Path[] | undefined): Item {
  return paths === undefined ? item : project(paths, item);
}
