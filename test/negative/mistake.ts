import { Stack } from 'aws-cdk-lib';
import { EntitySchema, Field, ServerlessCrudApiProps } from '../../src';

/** A wrong input, said by the first of these that it needs, and the library's exact answer. */
export interface Mistake {
  /** Fields of the entity `todo`. */
  readonly fields?: { [name: string]: Field };
  readonly schema?: EntitySchema;
  /** Props beside a schema and an `auth` that are right. */
  readonly props?: Partial<ServerlessCrudApiProps>;
  /** What is built in the stack `Test`. */
  readonly build?: (stack: Stack) => unknown;
  /** The wrong value, as the message shows it. */
  readonly value?: string;
  readonly message: string;
}
