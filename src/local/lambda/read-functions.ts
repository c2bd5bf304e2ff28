import type { Assembly, Resource } from '../assembly';
import { PropertyReader } from '../property-reader';
import { FunctionConfiguration, nodeMajorOf } from './configuration';
import type { InvokePermission } from './resource-policy';

/** Types of resources that functions are made of. */
export const FUNCTION_TYPES = ['AWS::Lambda::Function', 'AWS::Lambda::Permission'];

/** Defaults of AWS::Lambda::Function. */
const DEFAULT_MEMORY = 128;
const DEFAULT_TIMEOUT = 3;

/** A function, its code found among the assembly's assets. */
export function readFunction(resource: Resource, assembly: Assembly): FunctionConfiguration {
  const properties = PropertyReader.of(resource);
  const arn = resource.attributes.Arn!;
  const runtime = properties.text('Runtime');
  if (nodeMajorOf(runtime) === undefined) properties.fail('Runtime', `it is '${runtime}'; only Node.js is run here`);
  return {
    name: resource.physicalId,
    arn,
    region: arn.split(':')[3]!,
    directory: codeDirectory(properties.nested('Code'), assembly),
    handler: properties.text('Handler'),
    runtime,
    memoryMegabytes: properties.number('MemorySize') ?? DEFAULT_MEMORY,
    timeoutSeconds: properties.number('Timeout') ?? DEFAULT_TIMEOUT,
    environment: properties.nested('Environment').textMap('Variables') ?? {},
    reservedConcurrency: properties.number('ReservedConcurrentExecutions'),
    logGroup: properties.nested('LoggingConfig').optionalText('LogGroup'),
  };
}

/** The permissions among the resources, of all functions. */
export function readPermissions(resources: readonly Resource[]): InvokePermission[] {
  return resources.filter(({ type }) => type === 'AWS::Lambda::Permission').map((resource) => {
    const permission = PropertyReader.of(resource);
    return {
      functionArn: functionArn(permission.text('FunctionName'), resources),
      principal: permission.text('Principal'),
      sourceArn: permission.optionalText('SourceArn'),
      sourceAccount: permission.optionalText('SourceAccount'),
    };
  });
}

function codeDirectory(code: PropertyReader, assembly: Assembly): string {
  code.refuse('ZipFile', 'inline code is not run here; make it an asset');
  code.refuse('ImageUri', 'container images are not run here');
  const key = code.text('S3Key');
  return assembly.assetDirectory(key) ?? code.fail('S3Key', `'${key}' is no asset of this assembly`);
}

/** A permission names its function by name or by ARN. */
function functionArn(nameOrArn: string, resources: readonly Resource[]): string {
  const named = resources.find(({ type, physicalId }) => type === 'AWS::Lambda::Function' && physicalId === nameOrArn);
  return named ? named.attributes.Arn! : nameOrArn;
}
