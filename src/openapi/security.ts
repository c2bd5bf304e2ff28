import { Components } from './components';
import { Access, OpenApi } from './document';

/** What an operation asks of its caller; an empty list where anyone may call. */
export function securityOf(access: Access, components: Components): OpenApi[] {
  if (access.kind === 'none') return [];
  const name = components.named('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `A token of ${access.issuer} for ${access.audience.join(' or ')}`,
  });
  return [{ [name]: [] }];
}
