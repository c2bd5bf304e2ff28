import type { Resource } from '../assembly';
import { DEFAULT_ROUTE } from '../gateway';
import { policiesOf, PolicyDocument } from '../iam';
import { readBlueprint } from './blueprint';
import { Entity } from './entity';
import { constructPathOf, unqualifiedArn } from './names';

/** A route as the command `routes` lists it. */
export interface RouteListing {
  readonly api: string;
  readonly method: string;
  readonly path: string;
  /** Of the entity: `create`. */
  readonly operation?: string;
  /** `none`, or the issuer of the tokens. */
  readonly auth: string;
  /** The construct's path. */
  readonly function: string;
  /** What the function's role may do to tables. */
  readonly actions: readonly string[];
}

/** The routes of an assembly, in the template's order, without running anything. */
export async function listRoutes(directory: string): Promise<RouteListing[]> {
  const { apis, functions, resources } = await readBlueprint(directory, false);
  const described = new Map(await Promise.all(functions.map(async ({ resource, configuration }) => [configuration.arn, {
    name: constructPathOf(resource),
    entity: await Entity.read(configuration.directory),
    actions: actionsOf(resource, resources),
  }] as const)));
  return apis.flatMap((api) => api.routes.map(({ key, integration, authorizer }) => {
    const { name, entity, actions } = described.get(unqualifiedArn(integration.functionArn))!;
    const [method = '', path] = key === DEFAULT_ROUTE ? ['ANY', '(all else)'] : key.split(' ');
    return { api: api.name, method, path: path!, operation: entity?.operationOf(method, path!), auth: authorizer?.issuer ?? 'none', function: name, actions };
  }));
}

function actionsOf(lambda: Resource, resources: readonly Resource[]): string[] {
  const role = resources.find(({ type, attributes }) => type === 'AWS::IAM::Role' && attributes.Arn === lambda.properties.Role);
  const actions = role ? policiesOf(role, resources).flatMap(allowedActions) : [];
  return [...new Set(actions)].filter((action) => action.startsWith('dynamodb:'));
}

function allowedActions({ Statement: statements }: PolicyDocument): string[] {
  return [statements].flat().filter(({ Effect: effect }) => effect === 'Allow').flatMap(({ Action: action }) => action ?? []);
}
