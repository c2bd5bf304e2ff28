import { OperationName } from '../model';
import { batchExample, batchRef } from './batch';
import { Components } from './components';
import { JSON_TYPE, MERGE_PATCH_TYPE, OpenApi } from './document';
import { Entity } from './entity';
import { inputExample, inputRef, patchExample, patchRef } from './schemas';

/** The body that an operation takes; undefined if it takes none. */
export function requestBodyOf(entity: Entity, operation: OperationName, components: Components): OpenApi | undefined {
  const choosesId = entity.model.entity.itemId === 'clientChosen';
  switch (operation) {
    case 'create':
      return body(inputRef(entity, components, choosesId), inputExample(entity, choosesId), JSON_TYPE);
    case 'upsert':
      return body(inputRef(entity, components, choosesId), inputExample(entity, choosesId), JSON_TYPE);
    case 'replace':
      return body(inputRef(entity, components), inputExample(entity), JSON_TYPE);
    case 'update':
      return body(patchRef(entity, components), patchExample(entity), MERGE_PATCH_TYPE, JSON_TYPE);
    case 'batch':
      return body(batchRef(entity, components), batchExample(entity), JSON_TYPE);
    default:
      return undefined;
  }
}

function body(schema: OpenApi, example: OpenApi | undefined, ...types: string[]): OpenApi {
  const content = { schema, ...(example && { example }) };
  return { required: true, content: Object.fromEntries(types.map((type) => [type, content])) };
}
