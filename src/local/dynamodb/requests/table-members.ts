import { types as createTableTypes } from 'dynalite/validations/createTable';
import { INDEX_KEY_ATTRIBUTES } from '../limits';
import { Member, Members } from './members';

/** dynalite's shapes of tables and indexes, with the members that it does not know. */

const ATTRIBUTE_NAME: Member = { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 };

const KEY_SCHEMA_ELEMENT: Member = {
  type: 'ValueStruct<KeySchemaElement>',
  children: { AttributeName: ATTRIBUTE_NAME, KeyType: { type: 'String', notNull: true, enum: ['HASH', 'RANGE'] } },
};

/** With room for several attributes on either side, and one to say that it is too many. */
const INDEX_KEY_SCHEMA: Member = {
  type: 'List', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 2 * INDEX_KEY_ATTRIBUTES + 1, children: KEY_SCHEMA_ELEMENT,
};

const indexMembers = ((createTableTypes.GlobalSecondaryIndexes as Member).children as Member).children as Members;

export const GLOBAL_SECONDARY_INDEX: Members = {
  ...indexMembers,
  KeySchema: INDEX_KEY_SCHEMA,
  OnDemandThroughput: { type: 'FieldStruct<OnDemandThroughput>', children: { MaxReadRequestUnits: 'Long', MaxWriteRequestUnits: 'Long' } },
};

export const TAGS: Member = {
  type: 'List',
  children: {
    type: 'ValueStruct<Tag>',
    children: {
      Key: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 128 },
      Value: { type: 'String', notNull: true, lengthLessThanOrEqual: 256 },
    },
  },
};

export const TABLE_NAME: Member = {
  type: 'String', notNull: true, regex: '[a-zA-Z0-9_.-]+', lengthGreaterThanOrEqual: 3, lengthLessThanOrEqual: 255,
};

/** What CreateTable and UpdateTable both take. */
const TABLE_OPTIONS: Members = {
  BillingMode: createTableTypes.BillingMode,
  ProvisionedThroughput: createTableTypes.ProvisionedThroughput,
  OnDemandThroughput: GLOBAL_SECONDARY_INDEX.OnDemandThroughput,
  DeletionProtectionEnabled: 'Boolean',
  TableClass: { type: 'String', enum: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] },
  StreamSpecification: {
    type: 'FieldStruct<StreamSpecification>',
    children: {
      StreamEnabled: { type: 'Boolean', notNull: true },
      StreamViewType: { type: 'String', enum: ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] },
    },
  },
  SSESpecification: {
    type: 'FieldStruct<SSESpecification>',
    children: { Enabled: 'Boolean', SSEType: { type: 'String', enum: ['AES256', 'KMS'] }, KMSMasterKeyId: 'String' },
  },
};

export const CREATE_TABLE: Members = {
  ...TABLE_OPTIONS,
  TableName: TABLE_NAME,
  AttributeDefinitions: createTableTypes.AttributeDefinitions,
  KeySchema: createTableTypes.KeySchema,
  LocalSecondaryIndexes: createTableTypes.LocalSecondaryIndexes,
  GlobalSecondaryIndexes: { type: 'List', children: { type: 'ValueStruct<GlobalSecondaryIndex>', children: GLOBAL_SECONDARY_INDEX } },
  Tags: TAGS,
};

const { IndexName, ProvisionedThroughput, OnDemandThroughput } = GLOBAL_SECONDARY_INDEX;

export const UPDATE_TABLE: Members = {
  ...TABLE_OPTIONS,
  TableName: TABLE_NAME,
  AttributeDefinitions: { type: 'List', children: (createTableTypes.AttributeDefinitions as Member).children },
  GlobalSecondaryIndexUpdates: {
    type: 'List',
    children: {
      type: 'ValueStruct<GlobalSecondaryIndexUpdate>',
      children: {
        Create: { type: 'FieldStruct<CreateGlobalSecondaryIndexAction>', children: GLOBAL_SECONDARY_INDEX },
        Update: { type: 'FieldStruct<UpdateGlobalSecondaryIndexAction>', children: { IndexName, ProvisionedThroughput, OnDemandThroughput } },
        Delete: { type: 'FieldStruct<DeleteGlobalSecondaryIndexAction>', children: { IndexName } },
      },
    },
  },
};
