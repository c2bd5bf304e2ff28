/** Notes of the synth about constructs, by construct path. */
export type Metadata = Readonly<Record<string, ReadonlyArray<{ readonly type: string; readonly data?: unknown }>>>;

/**
 * Construct paths by logical id, for each stack of an artifact. An artifact's metadata covers its nested stacks too,
 * where the same logical id may come again; what is under a nested stack's construct belongs to that stack.
 */
export class ConstructPaths {
  private readonly byStack = new Map<string, Map<string, string>>();

  constructor(metadata: Metadata) {
    const entries = Object.entries(metadata).flatMap(([path, notes]) => notes
      .filter((note) => note.type === 'aws:cdk:logicalId' && typeof note.data === 'string')
      .map((note) => ({ path: path.replace(/^\//, ''), logicalId: note.data as string })));
    const nested = entries.flatMap(({ path }) => nestedStackPath(path) ?? []);
    for (const { path, logicalId } of entries) {
      const stack = nested.filter((prefix) => path.startsWith(`${prefix}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
      if (!this.byStack.has(stack)) this.byStack.set(stack, new Map());
      this.byStack.get(stack)!.set(logicalId, path);
    }
  }

  /** @param stackPath of the nested stack's construct; empty for the artifact's own stack */
  find(stackPath: string, logicalId: string): string | undefined {
    return this.byStack.get(stackPath)?.get(logicalId);
  }
}

/** The path of a nested stack, from the path of the resource that CDK makes for it in the parent. */
export function nestedStackPath(resourcePath: string): string | undefined {
  return /^(.+)\.NestedStack\/[^/]+\.NestedStackResource$/.exec(resourcePath)?.[1];
}
