import { DIALECT, FIELD_ONLY } from './intake/keywords';
import { SchemaIssue, SchemaReader } from './intake/read-schema';
import { JsonSchema, ObjectSchema, typeOf } from './json-schema';
import { SERVER_FIELDS } from './stored-form';

export type { SchemaIssue };

/** An entity's schema, or all that keeps a document from being one. */
export type Intake = { readonly schema: ObjectSchema } | { readonly issues: SchemaIssue[] };

/**
 * Reads a JSON Schema 2020-12 document as the schema of an entity. A keyword is honoured or refused by name, never ignored.
 *
 * The document describes an object, whose members are the entity's fields and no others. It may describe what the server sets (`id`, `createdAt` …)
 * as `readOnly`; that is taken out. References into the document are written out.
 */
export function fromJsonSchema(document: unknown): Intake {
  const reader = new SchemaReader(document);
  const root = readRoot(document, reader);
  if (reader.issues.length > 0) return { issues: distinct(reader.issues) };

  const schema = withoutServerFields(root, reader);
  return reader.issues.length > 0 ? { issues: distinct(reader.issues) } : { schema };
}

function readRoot(document: unknown, reader: SchemaReader): JsonSchema {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return reader.read(document, '');
  const { $schema, $id, ...root } = document as Record<string, unknown>;
  if ($schema !== undefined && $schema !== DIALECT) reader.refuse('/$schema', `$schema must be ${DIALECT}, got ${JSON.stringify($schema)}`);
  if ($id !== undefined && typeof $id !== 'string') reader.refuse('/$id', `$id must be a text, got ${JSON.stringify($id)}`);

  const schema = reader.read(root, '');
  if (reader.issues.length === 0 && schema.type !== 'object') {
    reader.refuse('/type', `an entity is an object; type must be 'object', got ${JSON.stringify(schema.type) ?? 'nothing'}`);
  }
  for (const keyword of FIELD_ONLY.filter((name) => Object.hasOwn(schema, name))) {
    reader.refuse(`/${keyword}`, `${keyword} is for fields, not for the entity; leave it out`);
  }
  if (typeof schema.additionalProperties === 'object' || root.additionalProperties === true) {
    reader.refuse('/additionalProperties', "an entity's fields are those that it declares; set it to false, and give free members a field of their own");
  }
  return schema;
}

/** Takes out what the server sets anyway, if the document says so too; says what is wrong if it does not. */
function withoutServerFields({ additionalProperties: _, ...root }: JsonSchema, reader: SchemaReader): ObjectSchema {
  const isServerField = (name: string): name is keyof typeof SERVER_FIELDS => Object.hasOwn(SERVER_FIELDS, name);
  const declared = Object.entries(root.properties ?? {});
  for (const [name, member] of declared) {
    if (!isServerField(name)) continue;
    const { type } = SERVER_FIELDS[name];
    if (!member.readOnly) reader.refuse(`/properties/${name}`, `the server sets '${name}' itself; add readOnly: true, leave it out or rename it`);
    else if (typeOf(member) !== type) reader.refuse(`/properties/${name}`, `the server sets '${name}' to a value of type ${type}; leave it out or rename it`);
  }
  const properties = Object.fromEntries(declared.filter(([name]) => !isServerField(name)));
  const required = (root.required ?? []).filter((name) => !isServerField(name));
  for (const name of required.filter((each) => !Object.hasOwn(properties, each))) {
    reader.refuse('/required', `requires '${name}', which is not declared; declare it under properties`);
  }
  return { ...root, type: 'object', properties, required };
}

/** A schema that is referred to twice is read twice. */
function distinct(issues: SchemaIssue[]): SchemaIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.pointer} ${issue.detail}`, issue])).values()];
}
