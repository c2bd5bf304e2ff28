/** The data directory cannot be used. The message says which, why and what to do, in one line. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
}
