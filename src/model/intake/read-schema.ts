import { pointerToken } from '../json-pointer';
import { Json, JsonSchema, listedValues } from '../json-schema';
import { combine, commonType, nullable } from './combine';
import { APPLICATORS, KEPT, REFUSED, SILENT } from './keywords';
import { follow } from './references';

/** One thing in a JSON Schema document that cannot be honoured. */
export interface SchemaIssue {
  /** Where in the document, as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** What is wrong, the value, and the fix. */
  readonly detail: string;
}

/** References are written out, so a small document can stand for a huge schema; no entity is that large. */
const MAX_SCHEMAS = 10_000;

/** Reads the schemas of one document; what it cannot honour, it collects. */
export class SchemaReader {
  public readonly issues: SchemaIssue[] = [];
  /** The references that are being followed; the document itself is the first. */
  private readonly trail = [''];
  private count = 0;

  constructor(private readonly document: unknown) {}

  public read(node: unknown, at: string): JsonSchema {
    if (node === true) return {};
    if (node === false) return this.refuse(at, 'false takes no value at all; leave the member out');
    if (!isRecord(node)) return this.refuse(at, `must be a schema, which is an object, got ${JSON.stringify(node) ?? typeof node}`);
    if (++this.count > MAX_SCHEMAS) {
      return this.count > MAX_SCHEMAS + 1 ? {} : this.refuse(at, `its references written out, the document has more than ${MAX_SCHEMAS} schemas; use fewer`);
    }

    const own = { ...this.readKept(node, at), ...this.readMembers(node, at) };
    return this.withReference(this.withChoices(own, node, at), node, at);
  }

  public refuse(pointer: string, detail: string): JsonSchema {
    this.issues.push({ pointer, detail });
    return {};
  }

  private readKept(node: Record<string, unknown>, at: string): JsonSchema {
    const kept: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(node)) {
      const kind = Object.hasOwn(KEPT, keyword) ? KEPT[keyword] : undefined;
      if (value === undefined || SILENT.includes(keyword) || APPLICATORS.includes(keyword)) continue;
      if (kind?.takes(value)) {
        kept[keyword] = value;
      } else if (kind) {
        this.refuse(`${at}/${pointerToken(keyword)}`, `${keyword} must be ${kind.wanted}, got ${shown(value)}`);
      } else {
        const fix = Object.hasOwn(REFUSED, keyword) ? `is not supported; ${REFUSED[keyword]}` : 'is no keyword of JSON Schema 2020-12; leave it out';
        this.refuse(`${at}/${pointerToken(keyword)}`, `${keyword} ${fix}`);
      }
    }
    return normalized(kept as JsonSchema);
  }

  private readMembers(node: Record<string, unknown>, at: string): JsonSchema {
    const { items, properties, additionalProperties: others } = node;
    return {
      ...(items !== undefined && { items: this.read(items, `${at}/items`) }),
      ...(properties !== undefined && { properties: this.readProperties(properties, `${at}/properties`) }),
      ...(others !== undefined && { additionalProperties: typeof others === 'boolean' ? others : this.read(others, `${at}/additionalProperties`) }),
      // what JSON Schema means by leaving it out, where a model means the opposite
      ...(properties !== undefined && others === undefined && { additionalProperties: true }),
    };
  }

  private readProperties(properties: unknown, at: string): { [name: string]: JsonSchema } {
    if (!isRecord(properties)) return this.refuse(at, `properties must be an object of schemas, got ${shown(properties)}`) as Record<string, never>;
    return Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, this.read(member, `${at}/${pointerToken(name)}`)]));
  }

  /** `$ref` and the keywords beside it apply together. */
  private withReference(own: JsonSchema, node: Record<string, unknown>, at: string): JsonSchema {
    if (node.$ref === undefined) return own;
    const reference = follow(this.document, node.$ref);
    if (!reference.found) return this.refuse(`${at}/$ref`, reference.reason);
    if (this.trail.includes(reference.pointer)) {
      return this.refuse(`${at}/$ref`, `$ref '${String(node.$ref)}' leads back to itself, and an item's depth is limited; use free JSON ({}) there`);
    }
    this.trail.push(reference.pointer);
    const inner = this.read(reference.target, reference.pointer);
    this.trail.pop();
    return this.together(own, inner, at, '$ref');
  }

  /** `anyOf` and `oneOf` are honoured where they say that null is a value too, or list values. */
  private withChoices(own: JsonSchema, node: Record<string, unknown>, at: string): JsonSchema {
    return ['anyOf', 'oneOf'].filter((keyword) => node[keyword] !== undefined).reduce((schema, keyword) => {
      const branches = node[keyword];
      const place = `${at}/${keyword}`;
      if (!Array.isArray(branches)) return this.refuse(place, `${keyword} must be a list of schemas, got ${shown(branches)}`);
      const isNull = (branch: unknown) => isRecord(branch) && branch.type === 'null' && Object.keys(branch).length === 1;
      const others = branches.filter((branch) => !isNull(branch));
      const hasNull = others.length < branches.length;
      const values = valuesOfBranches(others);
      if (others.length !== 1 && !values) {
        return this.refuse(place, `${keyword} is not supported, except of one schema and { type: 'null' }, or of constants; use one entity for each case`);
      }
      const inner = values && others.length > 1 ? normalized({ enum: values }) : this.read(others[0], `${place}/${branches.indexOf(others[0])}`);
      return this.together(schema, hasNull ? nullable(inner) : inner, at, keyword);
    }, own);
  }

  private together(outer: JsonSchema, inner: JsonSchema, at: string, keyword: string): JsonSchema {
    const combined = combine(outer, inner);
    if ('schema' in combined) return combined.schema;
    return this.refuse(`${at}/${combined.conflict}`, `${combined.conflict} stands beside ${keyword} and within it; write it once`);
  }
}

/** What a branch may say that only lists values. */
const LISTING = ['const', 'enum', 'type', 'title', 'description'];

/** The values that branches list with `const` and `enum`, all different; undefined if a branch says anything else. */
function valuesOfBranches(branches: unknown[]): Json[] | undefined {
  const lists = branches.map((branch) => {
    if (!isRecord(branch) || Object.keys(branch).some((keyword) => !LISTING.includes(keyword))) return undefined;
    const listed = (Object.hasOwn(branch, 'const') ? [branch.const] : branch.enum) as Json[] | undefined;
    return branch.type === undefined || (listed && branch.type === commonType(listed)) ? listed : undefined;
  });
  const values = lists.flat();
  if (lists.includes(undefined) || values.length === 0 || new Set(values).size < values.length) return undefined;
  return values as Json[];
}

/** The same schema as a model writes it. */
function normalized(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  const listed = listedValues(schema);
  const [first, ...others] = [type ?? []].flat();
  const single = others.length === 0 ? first : type;
  return {
    ...schema,
    ...(single && { type: single }),
    ...(!type && listed && commonType(listed) && { type: commonType(listed) }),
    ...((schema['x-unique'] as unknown) === true && { 'x-unique': 'scope' as const }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
