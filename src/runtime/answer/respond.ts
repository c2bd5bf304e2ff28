import { Answer, jsonAnswer } from './answer';
import { present } from './present';
import { tagHeader } from './tag-header';
import { JsonObject } from '../item/json-object';
import { Asked } from '../operations/asked';
import { Outcome } from '../operations/outcome';
import { idOf } from '../plan/key';
import { itemUrl, operationUrl } from '../request/urls';
import { AttributeMap } from '../store/call';

/** The form of an outcome in HTTP. */
export function respond(asked: Asked, outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'item':
      return respondItem(asked, outcome);
    case 'notModified':
      return { statusCode: 304, headers: tagHeader(asked, outcome.item) };
    case 'page':
      return respondPage(asked, outcome.items, outcome.nextCursor);
    case 'value':
      return jsonAnswer(outcome.status ?? asked.settings.successStatus, outcome.value, appliedPreference(asked));
    case 'nothing':
      return { statusCode: asked.settings.successStatus, headers: {} };
  }
}

function respondItem(asked: Asked, { item, created, replayed }: Outcome & { kind: 'item' }): Answer {
  const { settings: { successStatus, createdStatus = successStatus, envelope }, preferredReturn } = asked;
  const headers = {
    ...tagHeader(asked, item),
    ...(created && { Location: itemUrl(asked.api.model, asked.collectionUrl, idOf(asked.api.model, item)) }),
    ...(replayed && { 'Idempotency-Replayed': 'true' }),
    ...appliedPreference(asked),
  };
  if (preferredReturn === 'minimal') return { statusCode: 204, headers };
  const shown = shownItem(asked, item);
  return jsonAnswer(created ? createdStatus : successStatus, envelope === undefined ? shown : { [envelope]: shown }, headers);
}

function appliedPreference({ preferredReturn }: Asked): Answer['headers'] {
  return preferredReturn ? { 'Preference-Applied': `return=${preferredReturn}` } : {};
}

function respondPage(asked: Asked, items: readonly AttributeMap[], nextCursor?: string): Answer {
  const { api: { model }, settings, collectionUrl, parameters } = asked;
  const { successStatus, envelope } = settings;
  const shown = items.map((item) => shownItem(asked, item));
  const next = nextCursor && new URLSearchParams([...[...parameters].filter(([name]) => name !== 'cursor'), ['cursor', nextCursor]]).toString();
  const headers: { [name: string]: string } = next ? { Link: `<${operationUrl(settings, collectionUrl)}?${next}>; rel="next"` } : {};
  if (model.response.list === 'bareArray') return jsonAnswer(successStatus, shown, headers);
  return jsonAnswer(successStatus, {
    [envelope ?? 'items']: shown,
    ...(model.response.list === 'pageWithCount' && { count: shown.length }),
    ...(nextCursor && { nextCursor }),
  }, headers);
}

function shownItem({ api: { model }, collectionUrl, fields }: Asked, item: AttributeMap): JsonObject {
  return present(model, item, fields, itemUrl(model, collectionUrl, idOf(model, item)));
}
