import { ObjectSchema, Validator } from '../model';
import { compileValidator } from './bundles';

/** Defaults that their own field would refuse. */
export function checkDefaults(entity: string, schema: ObjectSchema): string[] {
  const defaults = Object.entries(schema.properties).filter(([, member]) => member.default !== undefined);
  if (defaults.length === 0) return [];
  const validator = load(compileValidator({ ...schema, required: [] }));
  return validator.item(Object.fromEntries(defaults.map(([name, member]) => [name, member.default]))).map(({ pointer, detail }) => {
    const path = pointer.split('/').slice(1);
    return `${entity}.${path.join('.')}: defaultValue ${JSON.stringify(schema.properties[path[0]].default)} does not fit the field: ${detail}`;
  });
}

/** The generated source is a CommonJS module without imports. */
function load(source: string): Validator {
  const module: { exports: object } = { exports: {} };
  new Function('module', 'exports', source)(module, module.exports);
  return module.exports as Validator;
}
