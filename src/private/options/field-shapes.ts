import { FLAG, JSON_VALUE, member, NUMBER, TEXT } from './kind';
import { Shape } from './read-options';
import {
  ExactDecimalOptions, FieldOptions, ListOptions, MapOptions, NumericOptions, ReferenceOptions, TextOptions, UniqueWithin,
} from '../../field-options';

/** What the options of fields take: all of it goes into the model, so none of it can wait for the deployment. */
export const FIELD: Shape<FieldOptions> = {
  description: TEXT,
  required: FLAG,
  nullable: FLAG,
  readOnly: FLAG,
  writeOnly: FLAG,
  immutable: FLAG,
  unique: FLAG,
  uniqueWithin: member('UniqueWithin', UniqueWithin),
  filterable: FLAG,
  defaultValue: JSON_VALUE,
};

export const TEXT_FIELD: Shape<TextOptions> = { ...FIELD, minLength: NUMBER, maxLength: NUMBER, pattern: TEXT };

export const NUMERIC_FIELD: Shape<NumericOptions> = {
  ...FIELD,
  minimum: NUMBER,
  maximum: NUMBER,
  exclusiveMinimum: NUMBER,
  exclusiveMaximum: NUMBER,
  multipleOf: NUMBER,
};

export const DECIMAL_FIELD: Shape<ExactDecimalOptions> = { ...FIELD, minimum: TEXT, maximum: TEXT };

export const LIST_FIELD: Shape<ListOptions> = { ...FIELD, minItems: NUMBER, maxItems: NUMBER, uniqueItems: FLAG };

export const MAP_FIELD: Shape<MapOptions> = { ...FIELD, minProperties: NUMBER, maxProperties: NUMBER };

export const REFERENCE_FIELD: Shape<ReferenceOptions> = FIELD;
