import { AssemblyError } from './assembly-error';
import { lazyMember } from './lazy';
import { isRecord } from './template';

/** What the intrinsic functions of one stack refer to. `where` names the place in the template, for errors. */
export interface References {
  readonly region: string;
  /** `Ref`: a parameter, a pseudo parameter, or a resource's physical id. */
  ref(name: string, where: string): unknown;
  attribute(logicalId: string, attribute: string, where: string): unknown;
  condition(name: string, where: string): boolean;
  /** Undefined if the mapping has no such keys. */
  mapped(mapping: string, topLevelKey: string, secondLevelKey: string): unknown;
  imported(exportName: string, where: string): unknown;
  stackOutput(stackName: string, region: string | undefined, outputName: string, where: string): unknown;
}

/** What `AWS::NoValue` stands for: the member, or element, is not there. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, references: References, where: string) => unknown;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Ref': (name, references, where) => references.ref(text(name, where), where),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': (argument, references, where) => resolve(branch(argument, references, where), references, where),
  'Fn::Equals': equals,
  'Fn::And': (argument, references, where) => list(argument, where).every((condition) => holds(condition, references, where)),
  'Fn::Or': (argument, references, where) => list(argument, where).some((condition) => holds(condition, references, where)),
  'Fn::Not': (argument, references, where) => !holds(list(argument, where)[0], references, where),
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (name, references, where) => references.imported(text(resolve(name, references, where), where), where),
  'Fn::GetStackOutput': getStackOutput,
  'Fn::Base64': (value, references, where) => Buffer.from(text(resolve(value, references, where), where)).toString('base64'),
  'Fn::GetAZs': (region, references, where) => availabilityZones(text(resolve(region, references, where), where) || references.region),
  'Fn::Length': (value, references, where) => list(resolve(value, references, where), where).length,
  'Fn::ToJsonString': (value, references, where) => JSON.stringify(resolve(value, references, where)),
};

/** The value with its intrinsics resolved; members of objects when they are read, the rest at once. */
export function resolve(value: unknown, references: References, where: string): unknown {
  if (typeof value === 'string') return literal(value, where);
  if (Array.isArray(value)) {
    return value.map((element, index) => resolve(element, references, `${where}[${index}]`)).filter((element) => element !== NO_VALUE);
  }
  if (!isRecord(value)) return value;

  const name = intrinsicName(value);
  if (name === undefined) return resolveObject(value, references, where);
  if (!Object.hasOwn(INTRINSICS, name)) {
    throw new AssemblyError(`${where}: ${name} is not supported here; allowed are ${Object.keys(INTRINSICS).join(', ')}`);
  }
  return INTRINSICS[name](value[name], references, where);
}

/** Whether a condition holds: one by its name, or one written out. */
export function holds(condition: unknown, references: References, where: string): boolean {
  if (isRecord(condition) && typeof condition.Condition === 'string') return references.condition(condition.Condition, where);
  const value = resolve(condition, references, where);
  if (typeof value !== 'boolean') throw new AssemblyError(`${where}: ${JSON.stringify(value)} is not a condition; use Fn::Equals, Fn::And, Fn::Or, Fn::Not`);
  return value;
}

function intrinsicName(value: Record<string, unknown>): string | undefined {
  const [name, ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::')) ? name : undefined;
}

function resolveObject(value: Record<string, unknown>, references: References, where: string): object {
  const resolved = {};
  for (const [name, member] of Object.entries(value)) {
    const here = `${where}.${name}`;
    if (!isAbsent(member, references, here)) lazyMember(resolved, name, here, () => resolve(member, references, here));
  }
  return resolved;
}

/** Decides whether a member is there without resolving its value: conditions depend on parameters alone. */
function isAbsent(value: unknown, references: References, where: string): boolean {
  if (!isRecord(value)) return false;
  const name = intrinsicName(value);
  if (name === 'Ref') return value.Ref === 'AWS::NoValue';
  return name === 'Fn::If' && isAbsent(branch(value[name], references, where), references, where);
}

/** Secrets and parameters that CloudFormation would look up at deployment are not on this machine. */
function literal(value: string, where: string): string {
  const reference = /\{\{resolve:[^}]*\}\}/.exec(value);
  if (reference) throw new AssemblyError(`${where}: ${reference[0]} is looked up in AWS at deployment; give a plain value for local use`);
  return value;
}

function branch(argument: unknown, references: References, where: string): unknown {
  const [condition, whenTrue, whenFalse] = list(argument, where);
  return references.condition(text(condition, where), where) ? whenTrue : whenFalse;
}

function getAtt(argument: unknown, references: References, where: string): unknown {
  const [logicalId, attribute] = typeof argument === 'string' ? cut(argument) : list(argument, where);
  return references.attribute(text(logicalId, where), text(resolve(attribute, references, where), where), where);
}

function cut(dotted: string): [string, string] {
  const dot = dotted.indexOf('.');
  return [dotted.slice(0, dot), dotted.slice(dot + 1)];
}

function substitute(argument: unknown, references: References, where: string): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  return literal(text(template, where), where).replace(/\$\{(!?)([^}]*)\}/g, (_match, escaped: string, name: string) => {
    if (escaped) return `\${${name}}`;
    if (isRecord(variables) && Object.hasOwn(variables, name)) return text(resolve(variables[name], references, where), where);
    return text(name.includes('.') ? references.attribute(...cut(name), where) : references.ref(name, where), where);
  });
}

function join(argument: unknown, references: References, where: string): string {
  const [delimiter, elements] = list(argument, where);
  return list(resolve(elements, references, where), where).map((element) => text(element, where)).join(text(delimiter, where));
}

function select(argument: unknown, references: References, where: string): unknown {
  const [index, elements] = list(resolve(argument, references, where), where);
  const all = list(elements, where);
  if (!(Number(index) in all)) throw new AssemblyError(`${where}: Fn::Select asks for element ${String(index)} of ${all.length}`);
  return all[Number(index)];
}

function split(argument: unknown, references: References, where: string): string[] {
  const [delimiter, source] = list(resolve(argument, references, where), where);
  return text(source, where).split(text(delimiter, where));
}

/** CloudFormation compares parameters' values, which are texts: `1` and `"1"` are equal. */
function equals(argument: unknown, references: References, where: string): boolean {
  const [left, right] = list(resolve(argument, references, where), where).map((side) => (typeof side === 'object' ? JSON.stringify(side) : String(side)));
  return left === right;
}

function findInMap(argument: unknown, references: References, where: string): unknown {
  const [mapping, top, second] = list(argument, where).slice(0, 3).map((key) => text(resolve(key, references, where), where));
  const found = references.mapped(mapping, top, second);
  if (found !== undefined) return resolve(found, references, where);
  const [, , , options] = list(argument, where);
  if (isRecord(options) && 'DefaultValue' in options) return resolve(options.DefaultValue, references, where);
  throw new AssemblyError(`${where}: the mapping ${mapping} has no ${top}, ${second}; add it, or give Fn::FindInMap a DefaultValue`);
}

function getStackOutput(argument: unknown, references: References, where: string): unknown {
  const { StackName, Region, OutputName } = resolve(argument, references, where) as Record<string, unknown>;
  return references.stackOutput(text(StackName, where), Region === undefined ? undefined : text(Region, where), text(OutputName, where), where);
}

/** Three zones a region: what environment-agnostic stacks of CDK reckon with at most. */
function availabilityZones(region: string): string[] {
  return ['a', 'b', 'c'].map((zone) => region + zone);
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new AssemblyError(`${where}: ${describe(value)} stands where a text is needed`);
}

function list(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new AssemblyError(`${where}: ${describe(value)} stands where a list is needed`);
}

function describe(value: unknown): string {
  return value === NO_VALUE ? 'AWS::NoValue' : JSON.stringify(value);
}
