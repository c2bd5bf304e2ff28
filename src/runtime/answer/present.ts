import { Model, SERVER_FIELDS } from '../../model';
import { decode } from '../item/decode';
import { JsonObject } from '../item/json-object';
import { idAttribute } from '../plan/key';
import { AttributeMap } from '../store/call';

/** The fields that clients can see, in the order of an answer. */
export function visibleFields({ schema }: Model): string[] {
  const { id: _, ...later } = SERVER_FIELDS;
  const own = Object.keys(schema.properties).filter((name) => !schema.properties[name].writeOnly);
  return ['id', ...own, ...Object.keys(later)];
}

/** Shows an item as clients see it: fields of the schema, and nothing else of what is stored. */
export function present(model: Model, item: AttributeMap, fields: readonly string[], itemUrl: string): JsonObject {
  const shown: JsonObject = {};
  for (const name of fields) {
    const schema = model.schema.properties[name] ?? {};
    const attribute = name === 'id' ? idAttribute(model) : name;
    if (schema['x-self-link']) shown[name] = itemUrl;
    else if (Object.hasOwn(item, attribute)) shown[name] = decode(schema, item[attribute]);
  }
  return shown;
}
