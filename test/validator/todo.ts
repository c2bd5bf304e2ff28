import { ObjectSchema } from '../../src/model';

/** The entity of `examples/todos`. */
export const TODO: ObjectSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    description: { type: 'string' },
    completed: { type: 'boolean', default: false },
    priority: { type: 'integer', minimum: 1, maximum: 5 },
    dueDate: { type: 'string', format: 'date' },
    tags: { type: 'array', maxItems: 10, items: { type: 'string' } },
  },
};
