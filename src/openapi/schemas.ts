import { Json, JsonSchema, Model, ObjectSchema, patchSchema, SERVER_FIELDS } from '../model';
import { Components } from './components';
import { OpenApi } from './document';
import { Entity } from './entity';
import { objectExample, SERVER_EXAMPLES } from './examples';
import { inWords } from './in-words';

/** Ids that clients choose, and those of tables that exist. */
const CHOSEN_ID = { type: 'string', pattern: '^[A-Za-z0-9._~-]{1,128}$' } as const;

const CHOSEN_ID_EXAMPLE = 'my-own-id';

const EXPIRES_AT: JsonSchema = { type: 'string', format: 'date-time', description: 'From then on the item is absent' };

/** The id of the entity's items, as it is in paths and in items. */
export function idSchema({ entity, scope }: Model): JsonSchema {
  return entity.itemId === 'generated' && scope.kind !== 'item' ? { type: 'string', format: 'uuid' } : CHOSEN_ID;
}

/** An item as it is returned. */
export function itemRef({ model, name, noun }: Entity, components: Components): OpenApi {
  return components.refer('schemas', name, () => {
    const { schema } = model;
    const shown = Object.entries(fieldsOf(model)).filter(([, { writeOnly }]) => !writeOnly);
    const own = Object.fromEntries(shown.map(([member, field]) => [member, inWords(field)]));
    const isOurs = model.scope.kind !== 'item';
    return {
      description: schema.description ?? `The ${noun} as it is stored`,
      ...(schema.title !== undefined && { title: schema.title }),
      type: 'object',
      properties: { ...own, ...serverFields(model) },
      required: [...schema.required.filter((member) => Object.hasOwn(own, member)), ...isOurs ? Object.keys(SERVER_FIELDS) : ['id']],
    };
  });
}

/** What a client sends for a whole item. */
export function inputRef({ model, name, noun }: Entity, components: Components, demandsId = false): OpenApi {
  return components.refer('schemas', demandsId ? `New${name}` : `${name}Input`, () => {
    const { schema } = model;
    const isAsked = (member: string) => !schema.properties[member].readOnly && schema.properties[member].default === undefined;
    return {
      description: `The ${noun} as a client describes it; members that the server sets are ignored`,
      type: 'object',
      properties: { ...writable(model), ...serverFields(model), ...(demandsId && { id: idSchema(model) }) },
      required: [...demandsId ? ['id'] : [], ...schema.required.filter(isAsked)],
      additionalProperties: model.request.unknownFields === 'strip',
    };
  });
}

/** A merge patch. */
export function patchRef({ model, name, noun }: Entity, components: Components): OpenApi {
  return components.refer('schemas', `${name}Patch`, () => {
    const { schema } = model;
    const patch = patchSchema({ ...schema, properties: withoutReadOnly(fieldsOf(model)) });
    return {
      description: `The members of the ${noun} that change; null removes one (RFC 7396)`,
      type: 'object',
      properties: { ...inWords(patch).properties, ...serverFields(model) },
      additionalProperties: model.request.unknownFields === 'strip',
    };
  });
}

export function itemExample({ model }: Entity): { [name: string]: Json } | undefined {
  const shown = Object.fromEntries(Object.entries(fieldsOf(model)).filter(([, { writeOnly }]) => !writeOnly));
  const own = objectExample({ properties: shown, required: model.schema.required.filter((name) => Object.hasOwn(shown, name)) });
  return own && { ...own, ...SERVER_EXAMPLES, ...(model.entity.itemId === 'clientChosen' && { id: CHOSEN_ID_EXAMPLE }) };
}

export function inputExample({ model }: Entity, demandsId = false): { [name: string]: Json } | undefined {
  const properties = withoutReadOnly(fieldsOf(model));
  const own = objectExample({ properties, required: model.schema.required.filter((name) => Object.hasOwn(properties, name)) });
  return own && { ...(demandsId && { id: CHOSEN_ID_EXAMPLE }), ...own };
}

/** One member is enough to show a patch. */
export function patchExample(entity: Entity): { [name: string]: Json } {
  const fixed = Object.entries(entity.model.schema.properties).filter(([, field]) => field['x-immutable']).map(([name]) => name);
  const [first] = Object.entries(inputExample(entity) ?? {}).filter(([name]) => !fixed.includes(name));
  return first ? Object.fromEntries([first]) : {};
}

/** The entity's fields, with the one that an expiry adds. */
function fieldsOf({ entity, schema }: Model): ObjectSchema['properties'] {
  return { ...(entity.expiry && { expiresAt: EXPIRES_AT }), ...schema.properties };
}

function withoutReadOnly(fields: ObjectSchema['properties']): ObjectSchema['properties'] {
  return Object.fromEntries(Object.entries(fields).filter(([, { readOnly }]) => !readOnly));
}

function writable(model: Model): { readonly [name: string]: JsonSchema } {
  return Object.fromEntries(Object.entries(fieldsOf(model)).map(([name, field]) => [name, inWords(explicit(field), true)]));
}

/** What the server sets; a client may send it back, and nothing comes of it. */
function serverFields(model: Model): { readonly [name: string]: JsonSchema } {
  return { ...SERVER_FIELDS, id: { ...SERVER_FIELDS.id, ...idSchema(model) } };
}

/** JSON Schema takes any member that is not declared, unless it is told not to. */
function explicit(schema: JsonSchema): JsonSchema {
  const { properties, items, additionalProperties: others } = schema;
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, explicit(member)])) }),
    ...(properties && others === undefined && { additionalProperties: false }),
    ...(typeof others === 'object' && { additionalProperties: explicit(others) }),
    ...(items && { items: explicit(items) }),
  };
}

/** The members of an item that a client can ask for. */
export function visibleFields(model: Model): string[] {
  const { id: _, ...later } = SERVER_FIELDS;
  const own = Object.entries(fieldsOf(model)).filter(([, { writeOnly }]) => !writeOnly).map(([name]) => name);
  return ['id', ...own, ...Object.keys(later)];
}
