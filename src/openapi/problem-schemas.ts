import { OpenApi } from './document';

export const PROBLEM: OpenApi = {
  description: 'What went wrong (RFC 9457)',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string', description: 'The meaning of the status' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people' },
    instance: { type: 'string', format: 'uri-reference', description: 'This occurrence' },
    code: { type: 'string', description: 'What programs can tell failures apart by' },
    requestId: { type: 'string' },
    errors: {
      description: 'All that is wrong, each with its place: in the body, the query or the header',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', format: 'json-pointer', description: 'Into the body (RFC 6901)' },
          parameter: { type: 'string', description: 'Of the query' },
          header: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
        required: ['code', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
};

export const GATEWAY_MESSAGE: OpenApi = {
  description: 'What API Gateway says when the request does not reach the function',
  type: 'object',
  properties: { message: { type: ['string', 'null'] } },
};
