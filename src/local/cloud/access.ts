import type { Resource } from '../assembly';
import type { Decision } from '../dynamodb';
import { authorizationRequests, authorize, checkPolicies, functionPrincipal, Principal } from '../iam';
import { PropertyReader } from '../property-reader';
import { partitionKeysOf, TableDefinition } from './tables';

/** Decides every call that a function makes to DynamoDB, by the policies of its role. */
export class Access {
  private readonly tables: ReadonlyMap<string, TableDefinition>;
  private readonly missing = new WeakMap<object, object>();

  /**
   * @param principals by the function's ARN
   * @param tableArnPrefix for tables that are not in the app
   */
  constructor(
    private readonly principals: ReadonlyMap<string, Principal>,
    tables: readonly TableDefinition[],
    private readonly tableArnPrefix: string,
  ) {
    this.tables = new Map(tables.map((table) => [table.name, table]));
  }

  public decide(functionArn: string | undefined, action: string, input: unknown): Decision {
    const principal = functionArn === undefined ? undefined : this.principals.get(functionArn);
    if (!principal) return { allowed: false, message: 'The security token included in the request is invalid.' };
    const requests = authorizationRequests(
      action, input,
      (name) => this.tables.get(name)?.arn ?? this.tableArnPrefix + name,
      (name, index) => this.definitionOf(name) && partitionKeysOf(this.definitionOf(name)!, index),
    );
    const decision = authorize(principal, requests);
    if (decision.allowed) return decision;
    if (decision.missing && typeof input === 'object' && input !== null) this.missing.set(input, decision.missing);
    return { allowed: false, message: decision.message };
  }

  /** The statement that would have allowed a call that was denied, by the call's input. */
  public missingStatement(input: unknown): object | undefined {
    return typeof input === 'object' && input !== null ? this.missing.get(input) : undefined;
  }

  private definitionOf(nameOrArn: string): TableDefinition | undefined {
    return this.tables.get(nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1));
  }
}

/** The functions as principals, by their ARNs. A policy that cannot be evaluated here as on AWS is an error now, not at a call. */
export function readPrincipals(functions: readonly Resource[], resources: readonly Resource[]): Map<string, Principal> {
  const roles = new Map(resources.filter(({ type }) => type === 'AWS::IAM::Role').map((role) => [role.attributes.Arn, role]));
  return new Map(functions.map((lambda) => {
    const properties = PropertyReader.of(lambda);
    const role = roles.get(properties.text('Role'))
      ?? properties.fail('Role', `'${properties.text('Role')}' is no role of this app, so that its policies are not known here`);
    const principal = functionPrincipal(lambda, role, resources);
    const [fault] = checkPolicies(principal.policies);
    if (fault !== undefined) properties.fail('Role', `a policy of ${role.logicalId} cannot be evaluated here: ${fault}`);
    return [lambda.attributes.Arn!, principal] as const;
  }));
}
