import { IConstruct } from 'constructs';

/** Ends the synthesis with mistakes in what a construct was given, all of them at once and each with the construct's path. */
export function fail(construct: IConstruct, ...mistakes: string[]): never {
  throw new Error(mistakes.map((mistake) => `${construct.node.path}: ${mistake}`).join('\n'));
}
