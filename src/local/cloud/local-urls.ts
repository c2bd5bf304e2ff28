/** An address on AWS and where it is here, both without trailing slash. */
export interface LocalUrl {
  readonly aws: string;
  readonly local: string;
}

/** Replaces addresses on AWS in a text (an output, a variable, a deployed file) by the local ones. */
export function localizer(urls: readonly LocalUrl[]): (text: string) => string {
  return (text) => urls.reduce((result, { aws, local }) => result.replaceAll(aws, local), text);
}
