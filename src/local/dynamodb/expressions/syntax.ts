import { AttributeType, AttributeValue } from '../values/attribute-value';

/** `a.b[3]` is `['a', 'b', 3]`. */
export type Path = ReadonlyArray<string | number>;

export interface FunctionCall {
  readonly type: 'function';
  readonly name: string;
  readonly args: readonly Operand[];
}

export type Operand = Path | AttributeValue | FunctionCall;

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition as dynalite's parser gives it. */
export type Expression =
  | { readonly type: 'and' | 'or'; readonly args: readonly Expression[] }
  | { readonly type: 'not'; readonly args: readonly [Expression] }
  | { readonly type: ComparisonOperator | 'between' | 'in'; readonly args: readonly Operand[] }
  | FunctionCall;

export interface ParsedCondition {
  readonly expression: Expression;
  /** First steps of the paths that have more than one. */
  readonly nestedPaths: Readonly<Record<string, true>>;
  /** First steps of all paths. */
  readonly pathHeads: Readonly<Record<string, true>>;
}

export interface ParsedProjection {
  readonly paths: readonly Path[];
  readonly nestedPaths: Readonly<Record<string, true>>;
}

export type SetOperand =
  | Operand
  | { readonly type: 'add' | 'subtract'; readonly args: readonly [SetOperand, SetOperand] };

/** One action of an update expression. */
export type UpdateAction =
  | { readonly type: 'set'; readonly path: Path; readonly val: SetOperand }
  | { readonly type: 'remove'; readonly path: Path }
  | { readonly type: 'add' | 'delete'; readonly path: Path; readonly val: AttributeValue; readonly attrType: AttributeType };

export interface ParsedUpdate {
  readonly sections: readonly UpdateAction[];
  readonly paths: readonly Path[];
  readonly nestedPaths: Readonly<Record<string, true>>;
}

export function isPath(operand: SetOperand): operand is Path {
  return Array.isArray(operand);
}

/** A value that the request brings along. */
export function isLiteral(operand: SetOperand | Expression): operand is AttributeValue {
  return !Array.isArray(operand) && !('type' in operand);
}

export function isFunctionCall(operand: SetOperand): operand is FunctionCall {
  return 'type' in operand && operand.type === 'function';
}
