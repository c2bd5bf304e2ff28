import type { ServerlessCrudApiProps } from '../serverless-crud-api';
import { checkFunctions } from './check-functions';
import { API, FUNCTIONS, HTTP_HOST, REQUEST, RESPONSE, TABLE } from './options/api-shapes';
import { at } from './options/places';
import { readOptions } from './options/read-options';

/** Props that are not what they should be, the value classes among them included. What they say together is for the model's checks. */
export function checkProps(props: ServerlessCrudApiProps): string[] {
  const { options, mistakes } = readOptions<Partial<ServerlessCrudApiProps>>(props, API, misplaced);
  const { schema, auth, itemScope, host, table, operations, request, response } = options;
  const functions = readOptions(options.functionOptions, FUNCTIONS);
  return [
    ...mistakes,
    ...schema?._mistakes ?? [],
    ...at('auth', auth?._mistakes ?? []),
    ...at('itemScope', itemScope?._mistakes ?? []),
    ...host?._host.mistakes ?? [],
    ...at('table', table?._mistakes ?? []),
    ...operations?._mistakes ?? [],
    ...at('request', readOptions(request, REQUEST).mistakes),
    ...at('response', readOptions(response, RESPONSE).mistakes),
    ...at('functionOptions', [...functions.mistakes, ...checkFunctions(functions.options)]),
  ];
}

/** Options that stand one level too high, by where they belong. */
const PLACES = Object.entries({
  'request': REQUEST,
  'response': RESPONSE,
  'functionOptions': FUNCTIONS,
  'ApiHost.http()': HTTP_HOST,
  'CrudTable.create()': TABLE,
});

/** Other names pass: a construct that extends this one hands its own props on. */
function misplaced(name: string): string | undefined {
  const place = PLACES.find(([, shape]) => Object.hasOwn(shape, name));
  return place && `${name} is an option of ${place[0]}; move it there`;
}
