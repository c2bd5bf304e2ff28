import { AttributeValue, emptyItem, Item } from '../values/attribute-value';

const QUOTE = '"';
/** Between the type, which is one letter, and the text. */
const SCALAR = '":"';
const CODES = { quote: 0x22, backslash: 0x5c, open: 0x7b, close: 0x7d, openList: 0x5b, closeList: 0x5d } as const;

/**
 * A few attributes of an item, out of its JSON as `JSON.stringify` writes it. Making an index of many items, most of the time would go into
 * attributes that it has no use for; here they are passed over, long texts by one search.
 */
export function membersOf(json: string, names: ReadonlySet<string>): Item {
  const members = emptyItem();
  let missing = names.size;
  for (let start = 1; missing > 0 && json.charCodeAt(start) === CODES.quote;) {
    const nameEnd = stringEnd(json, start);
    const valueStart = nameEnd + 1; // after the colon
    const valueEnd = objectEnd(json, valueStart);
    const name = textOf(json, start, nameEnd);
    if (names.has(name)) {
      members[name] = valueOf(json, valueStart, valueEnd);
      missing -= 1;
    }
    start = valueEnd + 1; // after the comma
  }
  return members;
}

/** Of a key's types, `{"S":"a text"}`, without the parser, which is slow to begin. */
function valueOf(json: string, start: number, end: number): AttributeValue {
  const isScalar = json.startsWith(SCALAR, start + 3);
  const text = isScalar ? json.slice(start + 6, end - 2) : '';
  if (!isScalar || text.includes('\\')) return JSON.parse(json.slice(start, end)) as AttributeValue;
  return { [json.charAt(start + 2)]: text };
}

function textOf(json: string, start: number, end: number): string {
  const text = json.slice(start + 1, end - 1);
  return text.includes('\\') ? JSON.parse(json.slice(start, end)) as string : text;
}

/** After the closing quote of the string that starts here: the next one that no backslash escapes. */
function stringEnd(json: string, start: number): number {
  for (let end = json.indexOf(QUOTE, start + 1); ; end = json.indexOf(QUOTE, end + 1)) {
    let backslashes = 0;
    while (json.charCodeAt(end - 1 - backslashes) === CODES.backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
}

/** After the closing bracket of the object that starts here. */
function objectEnd(json: string, start: number): number {
  let depth = 0;
  for (let position = start; ;) {
    const code = json.charCodeAt(position);
    if (code === CODES.quote) {
      position = stringEnd(json, position);
      continue;
    }
    if (code === CODES.open || code === CODES.openList) depth += 1;
    if (code === CODES.close || code === CODES.closeList) depth -= 1;
    position += 1;
    if (depth === 0) return position;
  }
}
