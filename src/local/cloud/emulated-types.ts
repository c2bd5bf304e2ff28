import { HTTP_API_TYPES } from '../gateway';
import { FUNCTION_TYPES } from '../lambda';
import { BUCKET_TYPES, DISTRIBUTION_TYPES } from '../site';
import { TABLE_TYPES } from './tables';

/** What is run here. */
export const EMULATED_TYPES: readonly string[] = [
  ...TABLE_TYPES,
  ...FUNCTION_TYPES,
  ...HTTP_API_TYPES,
  ...BUCKET_TYPES,
  ...DISTRIBUTION_TYPES,
  ...['Role', 'Policy', 'ManagedPolicy', 'RolePolicy'].map((name) => `AWS::IAM::${name}`),
];
