/** What is used of dynalite 4.0.0, which comes without types. */

declare module 'dynalite/validations' {
  type Members = import('./members').Members;
  type Expression = import('../expressions/syntax').Expression;

  export function checkValidations(request: object, members: Members, custom: ((request: never, store: object) => string | void) | undefined, store: object): void;
  export function validateAttributeValue(value: object): string | undefined;
  export function validateConditions(conditions: object | undefined): string | undefined;
  export function validateExpressionParams(request: object, expressions: string[], nonExpressions: string[]): string | undefined;
  export function validateExpressions(request: object): string | undefined;
  export function convertKeyCondition(expression: Expression): string | Record<string, import('../expressions/legacy').Condition>;
  export function findDuplicate(values: string[] | undefined): string | null | undefined;
}

declare module 'dynalite/validations/*' {
  export const types: import('./members').Members;
  export const custom: (request: never, store: object) => string | void;
}

declare module 'dynalite/db/conditionParser' {
  const conditionParser: { parse: import('../expressions/condition-parser').ConditionParser };
  export = conditionParser;
}
