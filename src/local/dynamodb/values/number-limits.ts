import { validateAttributeValue } from 'dynalite/validations';
import { validationError } from '../service-error';

/**
 * The number in canonical text.
 * @throws ValidationException for more than 38 significant digits or a magnitude outside 1E-130 to 9.99...E+125
 */
export function checkNumber(text: string): string {
  const value = { N: text };
  const problem = validateAttributeValue(value);
  if (problem) throw validationError(problem);
  return value.N;
}
