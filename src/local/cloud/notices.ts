import { describeHarmless, describeRefused, NotEmulated, Resource } from '../assembly';
import { nodeMajorOf } from '../lambda';

/** Whatever the template says, functions run on the Node.js that runs this. */
export function runtimeNotice(runtimes: readonly string[]): string[] {
  const { node } = process.versions;
  const others = [...new Set(runtimes)].filter((runtime) => nodeMajorOf(runtime) !== Number.parseInt(node, 10));
  return others.length > 0 ? [`functions of ${others.join(', ')} run on Node.js ${node} here`] : [];
}

/** Functions that are never invoked, by name: their author may expect otherwise. */
export function idleNotices(functions: readonly Resource[]): string[] {
  return functions.map((resource) => describeRefused({ resource, reason: 'no route leads to it' }));
}

/** What is harmless, as a count. */
export function harmlessNotice(harmless: readonly NotEmulated[]): string[] {
  return harmless.length > 0 ? [`not run locally, and not missed: ${describeHarmless(harmless)}`] : [];
}
