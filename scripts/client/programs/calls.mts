import type { Middleware, QuerySerializerOptions } from 'openapi-fetch';

/** Lists in one parameter, as the documents say: repeated parameters are refused. */
export const commaSeparated: QuerySerializerOptions = { array: { style: 'form', explode: false } };

/** Prints `PATCH /todos/{id} 200` for each call. */
export const printed: Middleware = {
  onResponse({ request, response, schemaPath }) {
    console.log(`${request.method} ${schemaPath} ${response.status}`);
  },
};
