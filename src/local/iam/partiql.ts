import { AuthorizationRequest } from './evaluate';
import { isRecord } from './untrusted';

/** How a PartiQL statement begins, and where it names its table. */
const STATEMENTS: ReadonlyArray<{ readonly action: string; readonly table: RegExp }> = [
  { action: 'PartiQLSelect', table: /^\s*(?:EXISTS\s*\(\s*)?SELECT\b.*?\bFROM\s+"?([\w.-]+)"?(?:\."?([\w.-]+)"?)?/is },
  { action: 'PartiQLInsert', table: /^\s*INSERT\s+INTO\s+"?([\w.-]+)"?/i },
  { action: 'PartiQLUpdate', table: /^\s*UPDATE\s+"?([\w.-]+)"?/i },
  { action: 'PartiQLDelete', table: /^\s*DELETE\s+FROM\s+"?([\w.-]+)"?/i },
];

/**
 * What must be allowed for a PartiQL statement. Its items are not looked at: DynamoDB emulators do not run PartiQL, so
 * all that can be seen here is a denial.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export function partiqlRequest(call: unknown, arnOf: (table: string) => string): AuthorizationRequest[] {
  const statement = isRecord(call) && typeof call.Statement === 'string' ? call.Statement : '';
  return STATEMENTS.flatMap(({ action, table }) => {
    const [, name, index] = table.exec(statement) ?? [];
    return name === undefined ? [] : [{ action: `dynamodb:${action}`, resource: arnOf(name) + (index === undefined ? '' : `/index/${index}`), context: {} }];
  });
}
