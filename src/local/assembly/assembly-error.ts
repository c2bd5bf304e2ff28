/** The assembly, or a template in it, cannot be used. The message says where, what and how to mend it, in one line. */
export class AssemblyError extends Error {
  override readonly name = 'AssemblyError';
}
