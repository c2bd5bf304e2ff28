import { Components } from './components';
import { OpenApi } from './document';

/** One mistake of a request. */
export function violationRef(components: Components): OpenApi {
  return components.refer('schemas', 'Violation', () => ({
    description: 'One thing that is wrong, with its place: in the body, the query or the header',
    type: 'object',
    properties: {
      pointer: { type: 'string', format: 'json-pointer', description: 'Into the body (RFC 6901); empty for all of it' },
      parameter: { type: 'string', description: 'Of the query' },
      header: { type: 'string' },
      code: { type: 'string', description: 'The rule in the words of JSON Schema, such as `required`, `maxLength`, `type`' },
      detail: { type: 'string', description: 'A sentence for people' },
    },
    required: ['code', 'detail'],
  }));
}

/** What every answer of the functions that is no success says. */
export function problemRef(components: Components): OpenApi {
  return components.refer('schemas', 'Problem', () => ({
    description: 'What went wrong (RFC 9457)',
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string', description: 'The meaning of the status' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'A sentence for people' },
      instance: { type: 'string', format: 'uri-reference', description: 'This occurrence' },
      code: { type: 'string', description: 'What programs can tell failures apart by' },
      requestId: { type: 'string', description: 'Identifies the request in logs' },
      errors: { type: 'array', description: 'All that is wrong', items: violationRef(components) },
    },
    required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  }));
}

/** What API Gateway answers by itself. */
export function gatewayMessageRef(components: Components): OpenApi {
  return components.refer('schemas', 'GatewayMessage', () => ({
    description: 'What API Gateway says when the request does not reach the function',
    type: 'object',
    properties: { message: { type: ['string', 'null'] } },
  }));
}
