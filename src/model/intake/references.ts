/** What a `$ref` leads to. */
export type Reference =
  | { readonly found: true; readonly pointer: string; readonly target: unknown }
  | { readonly found: false; readonly reason: string };

/** Follows a reference into the document that it stands in (RFC 6901 in a URI's fragment). */
export function follow(document: unknown, reference: unknown): Reference {
  if (typeof reference !== 'string' || !reference.startsWith('#')) {
    return { found: false, reason: `$ref must begin with '#', got ${JSON.stringify(reference)}; put what it refers to under $defs` };
  }
  const pointer = decoded(reference.slice(1));
  if (pointer === undefined || (pointer !== '' && !pointer.startsWith('/'))) {
    return { found: false, reason: `$ref must be a JSON Pointer such as '#/$defs/address', got '${reference}'` };
  }
  let target: unknown = document;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof target !== 'object' || target === null || !Object.hasOwn(target, name)) {
      return { found: false, reason: `$ref '${reference}' leads nowhere; there is no '${name}'` };
    }
    target = (target as Record<string, unknown>)[name];
  }
  return { found: true, pointer, target };
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
