import { Metadata } from './construct-paths';

/** What a construct has to say to who deploys it: `Annotations.of(construct).addWarningV2(…)`. */
export interface Annotation {
  readonly level: 'Error' | 'Warning' | 'Info';
  /** The construct's path, with a leading slash. */
  readonly path: string;
  readonly message: string;
}

const LEVELS: Readonly<Record<string, Annotation['level']>> = { 'aws:cdk:error': 'Error', 'aws:cdk:warning': 'Warning', 'aws:cdk:info': 'Info' };

export function annotationsIn(metadata: Metadata): Annotation[] {
  return Object.entries(metadata).flatMap(([path, notes]) => notes.flatMap(({ type, data }) => {
    const level = LEVELS[type];
    return level === undefined ? [] : [{ level, path, message: String(data) }];
  }));
}

/** As the CDK CLI says it. */
export function describeAnnotation({ level, path, message }: Annotation): string {
  return `[${level} at ${path}] ${message}`;
}
