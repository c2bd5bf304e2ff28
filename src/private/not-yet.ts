import { Model, OperationName } from '../model';

const OPERATIONS: OperationName[] = ['upsert', 'batch', 'count', 'clear', 'restore'];

/** What can be declared and is not honoured yet: it must not look as if it were. */
export function notYetEnforced({ entity, schema, scope, operations, request }: Model): string[] {
  const declared: [boolean, string][] = [
    ...Object.entries(schema.properties).map(([name, member]): [boolean, string] => [Boolean(member['x-unique']), `${entity.name}.${name}: unique`]),
    ...OPERATIONS.map((name): [boolean, string] => [name in operations, `operations.${name}`]),
    [entity.softDeleteSeconds !== undefined, `${entity.name}.softDelete`],
    [entity.expiry, `${entity.name}.expiry`],
    [scope.kind === 'item', 'itemScope: ItemScope.item()'],
    [request.idempotencyKey, 'request.idempotencyKey'],
    [request.allowScan, 'request.allowScan'],
  ];
  return declared.filter(([isDeclared]) => isDeclared).map(([, name]) => `${name} is not supported yet; leave it out`);
}
