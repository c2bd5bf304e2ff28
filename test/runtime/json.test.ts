import { Problem } from '../../src/runtime/answer/problem';
import { parseJson } from '../../src/runtime/request/json';

test.each<[string, unknown]>([
  ['{"a":1,"b":[true,false,null],"c":{"d":"x"}}', { a: 1, b: [true, false, null], c: { d: 'x' } }],
  [' \t\r\n[ 1 , 2 ]\n', [1, 2]],
  ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"\\/\b\f\n\r\té😀'],
  ['"\\u0000"', '\0'],
  ['{}', {}],
  ['[]', []],
  ['-0', 0],
  ['-0.0e5', 0],
  ['0e999', 0],
  ['1e125', 1e125],
  ['1E-130', 1e-130],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['0.1', 0.1],
  ['9007199254740991.0', Number.MAX_SAFE_INTEGER],
  ['9.007199254740991e15', Number.MAX_SAFE_INTEGER],
  ['1e20', 1e20],
  ['-1.7976931348623157e100', -1.7976931348623157e100],
  ['{"constructor":{"prototype":1},"toString":2,"hasOwnProperty":3}', { constructor: { prototype: 1 }, toString: 2, hasOwnProperty: 3 }],
])('%s is parsed', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each<[string, string]>([
  ['', 'the text ends too early at character 0'],
  ['{"a":', 'the text ends too early at character 5'],
  ['{"a":1,}', '"}" is not expected at character 7'],
  ['[1,]', '"]" is not expected at character 3'],
  ['{a:1}', '"a" is not expected at character 1'],
  ['01', '"1" is not expected at character 1'],
  ['1 2', '"2" is not expected at character 2'],
  ['.5', '"." is not expected at character 0'],
  ['+1', '"+" is not expected at character 0'],
  ['NaN', '"N" is not expected at character 0'],
  ['nul', '"n" is not expected at character 0'],
  ['"a\nb"', '"\\n" is not expected at character 2'],
  ['"\\x"', '"x" is not expected at character 2'],
  ['"\\u12g4"', '"1" is not expected at character 3'],
  ['"abc', 'the text ends too early at character 4'],
  ['"\\ud800"', 'the string has half a surrogate pair, which is no character, at character 0'],
  ['"\ud800"', 'the text has half a surrogate pair, which is no character, at character 0'],
  ['{"a":1,"a":2}', 'the name "a" is repeated at character 7'],
  ['{"a":1,"\\u0061":2}', 'the name "a" is repeated at character 7'],
  ['{"__proto__":1}', 'the name "__proto__" is not allowed at character 1'],
  ['[{"x":{"\\u005f_proto__":1}}]', 'the name "__proto__" is not allowed at character 7'],
  ['1e400', 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored at character 0'],
  ['[1e126]', 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored at character 1'],
  ['1e-131', 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored at character 0'],
  ['5e-324', 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored at character 0'],
  ['1e-400', 'the number is not between 1E-130 and 1E126 in size, so it cannot be stored at character 0'],
  ['9007199254740993', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['9007199254740993.0', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['9007199254740992.00', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['9.007199254740993e15', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['-90071992547409930E-1', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['0.9007199254740993e+16', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  [`1.${'1'.repeat(39)}e50`, 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
  ['-12345678901234567890123456789012345678', 'the integer is beyond 2^53 - 1 and would lose digits at character 0'],
])('%j is refused: %s', (text, detail) => {
  expect(problemOf(text).body('r')).toMatchObject({ status: 400, code: 'malformed-json', detail });
});

test.each([[32, true], [33, false]])('depth %i is taken: %s', (depth, taken) => {
  for (const [open, close] of [['[', ']'], ['{"a":', '}']]) {
    const text = open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth);
    if (taken) expect(parseJson(text)).toBeDefined();
    else expect(problemOf(text).detail).toMatch(/nested more than 32 levels deep/);
  }
});

test('a name that is repeated is shown in part, however long it is', () => {
  const name = 'x'.repeat(100_000);
  expect(problemOf(`{"${name}":1,"${name}":2}`).detail.length).toBeLessThan(200);
});

/** Hostile texts; the least machine takes none of them longer than the contract says. */
test.each<[string, string]>([
  ['a million levels', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['a long number', '1'.repeat(1_000_000)],
  ['many escapes', `"${'\\u0041'.repeat(200_000)}"`],
  ['spaces', `${' '.repeat(1_000_000)}1`],
  ['100,000 names', `{${Array.from({ length: 100_000 }, (_, place) => `"k${place}":1`).join()}}`],
])('%s take linear time', (_, text) => {
  const started = process.cpuUsage();
  try {
    parseJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
  }
  // a busy machine takes a second at the most; what grows with the square of the text takes minutes, on any machine
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
});

test('no text changes a prototype', () => {
  parseJson('{"constructor":{"prototype":{"polluted":1}}}');
  expect('polluted' in {}).toBe(false);
});

function problemOf(text: string): Problem {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the text was taken');
}
