import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATORS, FORMATS, KEPT, REFUSED, SILENT } from '../../src/model/intake/keywords';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'json-schema.md'), 'utf8');
const [honoured, refused] = guide.split('## Refused');

/** Words of earlier drafts and of OpenAPI 3.0, which the messages explain. */
const OF_OTHERS = ['$id', '$schema', 'definitions', 'dependencies', 'additionalItems', 'nullable', 'example'];

test.each([...Object.keys(KEPT), ...APPLICATORS, ...SILENT, ...FORMATS])('the guide names what is honoured: %s', (keyword) => {
  expect(honoured).toMatch(new RegExp(`\`${keyword.replace('$', '\\$')}[\`:]`));
});

test.each(Object.keys(REFUSED).filter((keyword) => !OF_OTHERS.includes(keyword)))('the guide names what is refused: %s', (keyword) => {
  expect(refused).toContain(`\`${keyword}\``);
});
