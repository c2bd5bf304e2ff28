import { HttpRequest } from './http-request';
import { Problem } from '../answer/problem';
import { EntityTag, isSameVersion, parseEntityTag, Version } from '../item/entity-tag';

/** What a request demands of the item as it is (RFC 9110, 13.1). Tags that are not ours are left out: they match nothing. */
export interface Preconditions {
  readonly ifMatch?: '*' | readonly EntityTag[];
  readonly ifNoneMatch?: '*' | readonly EntityTag[];
}

export function preconditionsOf({ headers }: Pick<HttpRequest, 'headers'>): Preconditions {
  const tagsOf = (name: string) => {
    const { tags, mistake } = readTags(headers[name.toLowerCase()]);
    if (mistake !== undefined) throw invalid(name, mistake);
    return tags;
  };
  const ifMatch = tagsOf('If-Match');
  return {
    // a weak tag never matches here: If-Match compares strongly
    ifMatch: Array.isArray(ifMatch) ? ifMatch.filter(({ weak }) => !weak) : ifMatch,
    ifNoneMatch: tagsOf('If-None-Match'),
  };
}

/** What is wrong with a text that stands for `If-Match`. */
export function ifMatchMistake(value: string): string | undefined {
  return readTags(value).mistake;
}

/** Whether the version is one that `If-Match` names; the schema may have changed since. */
export function meetsIfMatch({ ifMatch = '*' }: Preconditions, version: Version): boolean {
  return ifMatch === '*' || ifMatch.some((tag) => isSameVersion(tag, version));
}

/** The only version that a write can be based on, if `If-Match` names one. */
export function onlyBase({ ifMatch }: Preconditions): Version | undefined {
  return Array.isArray(ifMatch) && ifMatch.length === 1 ? (ifMatch as readonly Version[])[0] : undefined;
}

/** Whether the representation is one that `If-None-Match` excludes; another schema makes another representation. */
export function isExcluded({ ifNoneMatch = [] }: Preconditions, version: Version, model: string): boolean {
  return ifNoneMatch === '*' || ifNoneMatch.some((tag) => tag.model === model && isSameVersion(tag, version));
}

const TAG = /[\s,]*((?:W\/)?"[\x21\x23-\x7e\x80-\uffff]*")\s*(?=,|$)/y;
/** Each becomes a part of the condition, whose text DynamoDB limits to 4 KB. */
const MOST_TAGS = 20;

function readTags(value: string | undefined): { readonly tags?: '*' | EntityTag[]; readonly mistake?: string } {
  if (value === undefined) return {};
  if (value.trim() === '*') return { tags: '*' };
  const tags: string[] = [];
  TAG.lastIndex = 0;
  while (tags.length <= MOST_TAGS) {
    const from = TAG.lastIndex;
    const tag = TAG.exec(value)?.[1];
    if (tag === undefined) {
      if (tags.length === 0 || /[^\s,]/.test(value.slice(from))) return { mistake: "must be '*' or entity tags in double quotes, separated by commas" };
      return { tags: tags.map(parseEntityTag).filter((parsed) => parsed !== undefined) };
    }
    tags.push(tag);
  }
  return { mistake: `must have at most ${MOST_TAGS} entity tags` };
}

function invalid(header: string, detail: string): Problem {
  return new Problem(400, 'invalid-header', `${header} ${detail}`, { errors: [{ header, code: 'invalid-header', detail }] });
}
