import { COMPUTE_TYPES } from './compute';
import { DATA_TYPES } from './data';
import { ResourceType, ResourceTypes } from './resource-type';
import { WEB_TYPES } from './web';

export * from './resource-type';

const TYPES: ResourceTypes = { ...DATA_TYPES, ...COMPUTE_TYPES, ...WEB_TYPES };

/** Types without ids of their own shape, custom resources among them: a name as CloudFormation makes it, no attributes. */
const OTHER: ResourceType = {
  physicalId: (resource) => resource.name('', 128),
};

export function resourceType(type: string): ResourceType {
  return Object.hasOwn(TYPES, type) ? TYPES[type] : OTHER;
}
