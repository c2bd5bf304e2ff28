import { join } from 'node:path';

/** The function host as it ships. */
export const FUNCTION_HOST = join(__dirname, '../../../assets/local/function-host.js');
