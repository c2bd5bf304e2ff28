import { AssemblyError } from './assembly-error';
import { TemplateParameter } from './template';

/**
 * The value of a parameter: what a parent stack gives, else its default.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValue(name: string, parameter: TemplateParameter, given: unknown, where: string): unknown {
  const value = given ?? parameter.Default;
  if (given === undefined && parameter.Type.startsWith('AWS::SSM::Parameter::')) {
    throw new AssemblyError(`${where}: the parameter ${name} is looked up in SSM at deployment (${String(value)}); give a plain value for local use`);
  }
  if (value === undefined) {
    throw new AssemblyError(`${where}: the parameter ${name} has no value; give it a default`);
  }
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<');
  return isList && typeof value === 'string' ? value.split(',').map((element) => element.trim()) : value;
}
