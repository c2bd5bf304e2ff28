/** A line of the document and what it answers. */
export interface Step {
  readonly command: string;
  readonly status: number;
  /** What is printed, line by line; `…` stands for what differs each time. */
  readonly output: readonly string[];
}

/** A kind of API in the document: its configuration, and the requests that walk through it. */
export interface Walk {
  readonly title: string;
  readonly configuration: string;
  readonly steps: readonly Step[];
}

/** What a step answered. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
}

const ANSWER = '#> ';

export function readWalks(markdown: string): Walk[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const [title] = section.split('\n');
    const [configuration] = blocks(section, 'ts');
    return { title, configuration, steps: blocks(section, 'sh').flatMap(readSteps) };
  });
}

function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter(([, name]) => name === language).map(([, , content]) => content);
}

/** A command goes up to its answer; other comments are for people. */
function readSteps(block: string): Step[] {
  return [...block.matchAll(/((?:^(?!#> ).*\n)+)((?:^#> .*\n)+)/gm)].map(([, commands, answers]) => {
    const [status, ...output] = answers.trimEnd().split('\n').map((line) => line.slice(ANSWER.length));
    const command = commands.split('\n').filter((line) => line !== '' && !line.startsWith('# ')).join('\n');
    return { command, status: Number(status), output };
  });
}

/** What of an answer is not as the document has it. */
export function mistakes({ command, status, output }: Step, answered: Outcome): string[] {
  const lines = answered.output.split(/\r?\n/).filter((line) => line !== '');
  // with its headers, of which the document shows those that matter
  const showsPart = / -i /.test(command);
  const missing = output.filter((expected) => !lines.some((line) => patternOf(expected).test(line)));
  const surplus = showsPart ? [] : lines.filter((line) => !output.some((expected) => patternOf(expected).test(line)));
  return [
    ...(status === answered.status ? [] : [`status is ${answered.status}, not ${status}`]),
    ...missing.map((line) => `no line is ${line}`),
    ...surplus.map((line) => `not in the document: ${line}`),
  ].map((mistake) => `${command}\n${mistake}`);
}

function patternOf(line: string): RegExp {
  return new RegExp(`^${line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*?')}$`);
}
