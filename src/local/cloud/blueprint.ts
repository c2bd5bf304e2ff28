import { Assembly, describeAnnotation, describeRefused, inventory, readAssembly, Resource, Stack } from '../assembly';
import { HttpApi, readHttpApis } from '../gateway';
import { FunctionConfiguration, readFunction } from '../lambda';
import { Distribution, readDistributions } from '../site';
import { EMULATED_TYPES } from './emulated-types';
import { Entry, entriesOf } from './entries';
import { unqualifiedArn } from './names';
import { harmlessNotice, idleNotices, runtimeNotice } from './notices';
import { readTable, TABLE_TYPES, TableDefinition } from './tables';

/** An assembly that was read and found to be one that can run here; nothing is started yet. */
export interface Blueprint {
  readonly assembly: Assembly;
  /** Of all stacks. */
  readonly resources: readonly Resource[];
  /** Those that are run here. */
  readonly emulated: readonly Resource[];
  readonly tables: readonly TableDefinition[];
  /** What the ARN of a table that is not in the app begins with. */
  readonly tableArnPrefix: string;
  /** The functions that routes lead to: no others are ever invoked here. */
  readonly functions: readonly FunctionDefinition[];
  readonly apis: readonly HttpApi[];
  readonly distributions: readonly Distribution[];
  readonly entries: readonly Entry[];
  /** What constructs warn of, and what the user should know of what is not run. */
  readonly notices: readonly string[];
}

export interface FunctionDefinition {
  readonly resource: Resource;
  readonly configuration: FunctionConfiguration;
}

/** The app cannot be run here; one line for each reason. */
export class UnsupportedAppError extends Error {
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'UnsupportedAppError';
  }
}

/** Reads an assembly. What would behave otherwise than on AWS is an error. */
export async function readBlueprint(directory: string, crossOrigin: boolean): Promise<Blueprint> {
  const assembly = await readAssembly(directory);
  const { emulated, harmless, refused } = inventory(assembly, EMULATED_TYPES);
  const errors = assembly.annotations.filter(({ level }) => level === 'Error');
  const reasons = [...errors.map(describeAnnotation), ...refused.map(describeRefused)];
  if (reasons.length > 0) throw new UnsupportedAppError(reasons);
  const apis = readHttpApis(emulated);
  const distributions = readDistributions(emulated).map((distribution) => (crossOrigin ? withoutApis(distribution) : distribution));
  const entries = entriesOf(apis, distributions);
  if (entries.length === 0) throw new UnsupportedAppError([`${directory}: there is no HTTP API and no distribution in the app: nothing to serve`]);
  const functions = emulated.filter(({ type }) => type === 'AWS::Lambda::Function');
  const invoked = functionsBehind(apis, functions);
  const definitions = invoked.map((resource) => ({ resource, configuration: readFunction(resource, assembly) }));
  const [{ partition, region, account }] = assembly.stacks as [Stack];
  return {
    assembly,
    resources: assembly.stacks.flatMap((stack) => stack.resources),
    emulated,
    tables: emulated.filter(({ type }) => TABLE_TYPES.includes(type)).map(readTable),
    tableArnPrefix: `arn:${partition}:dynamodb:${region}:${account}:table/`,
    functions: definitions,
    apis,
    distributions,
    entries,
    notices: [
      ...assembly.annotations.map(describeAnnotation),
      ...runtimeNotice(definitions.map(({ configuration }) => configuration.runtime)),
      ...idleNotices(functions.filter((each) => !invoked.includes(each))),
      ...harmlessNotice(harmless),
    ],
  };
}

/** So that its pages have to call the APIs at addresses of their own. */
function withoutApis(distribution: Distribution): Distribution {
  return { ...distribution, behaviors: distribution.behaviors.filter(({ origin }) => origin.kind !== 'api') };
}

function functionsBehind(apis: readonly HttpApi[], functions: readonly Resource[]): Resource[] {
  const routes = apis.flatMap((api) => api.routes.map((route) => ({ api, route, arn: unqualifiedArn(route.integration.functionArn) })));
  const known = new Set(functions.map(({ attributes }) => attributes.Arn));
  const strangers = routes.filter(({ arn }) => !known.has(arn));
  if (strangers.length > 0) {
    throw new UnsupportedAppError(strangers.map(({ api, route, arn }) => `API '${api.name}', route '${route.key}': ${arn} is no function of this app`));
  }
  const invoked = new Set(routes.map(({ arn }) => arn));
  return functions.filter(({ attributes }) => invoked.has(attributes.Arn!));
}
