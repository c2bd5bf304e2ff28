import { TAGS } from '../requests/table-members';
import { resourceNotFound } from '../service-error';
import { operation } from './operation';
import { Database } from '../storage/database';
import { Table, Tag } from '../storage/table';

interface TagRequest {
  readonly ResourceArn: string;
  readonly Tags: readonly Tag[];
}

interface UntagRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly string[];
}

const RESOURCE_ARN = { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 1283 };

const TAG = { ResourceArn: RESOURCE_ARN, Tags: { ...TAGS, notNull: true } };

export const tagResource = operation<TagRequest>({ members: TAG }, ({ ResourceArn, Tags }, { database }) => {
  const { definition } = tableOf(ResourceArn, database);
  const tags = new Map([...definition.tags, ...Tags].map((tag) => [tag.Key, tag]));
  database.define({ ...definition, tags: [...tags.values()] });
  return {};
});

const UNTAG = { ResourceArn: RESOURCE_ARN, TagKeys: { type: 'List', notNull: true, children: 'String' } };

export const untagResource = operation<UntagRequest>({ members: UNTAG }, ({ ResourceArn, TagKeys }, { database }) => {
  const { definition } = tableOf(ResourceArn, database);
  database.define({ ...definition, tags: definition.tags.filter(({ Key }) => !TagKeys.includes(Key)) });
  return {};
});

export const listTagsOfResource = operation<{ ResourceArn: string }>({ members: { ResourceArn: RESOURCE_ARN } }, ({ ResourceArn }, { database }) => (
  { Tags: tableOf(ResourceArn, database).definition.tags }
));

function tableOf(arn: string, { tables }: Database): Table {
  const table = [...tables.values()].find(({ definition }) => definition.description.TableArn === arn);
  if (table === undefined) throw resourceNotFound(`Requested resource not found: ResourcArn: ${arn} not found`);
  return table;
}
