/** An attribute value of DynamoDB's JSON, such as `{ "S": "milk" }`. */
export type AttributeValue = { readonly [type: string]: unknown };

/**
 * The plain value of an attribute value. A number whose text is not the one that JavaScript would write stays in DynamoDB's
 * notation, so that nothing is lost in a comparison; so do sets and binaries, which JSON does not know.
 */
export function plain(value: AttributeValue): unknown {
  const [[type, content]] = Object.entries(value);
  switch (type) {
    case 'N': return String(Number(content)) === content ? Number(content) : value;
    case 'NULL': return null;
    case 'L': return (content as AttributeValue[]).map(plain);
    case 'M': return plainItem(content as Record<string, AttributeValue>);
    case 'S':
    case 'BOOL': return content;
    default: return value;
  }
}

export function plainItem(item: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}
