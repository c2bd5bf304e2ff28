import { OpenApi } from './document';

/** The sections of a document that others refer to. */
type Section = 'schemas' | 'responses' | 'headers' | 'parameters' | 'securitySchemes';

/** Collects what is referred to, so that the document holds each part once and none that nothing uses. */
export class Components {
  private readonly sections: { [section in Section]?: { [name: string]: OpenApi } } = {};

  /** A reference to a component, which is made when it is first referred to. */
  public refer(section: Section, name: string, make: () => OpenApi): OpenApi {
    this.add(section, name, make);
    return { $ref: `#/components/${section}/${name}` };
  }

  public add(section: Section, name: string, make: () => OpenApi): void {
    const parts = this.sections[section] ??= {};
    if (Object.hasOwn(parts, name)) return;
    // taken before it is made, so that it may refer to itself
    parts[name] = {};
    parts[name] = make();
  }

  /** The name of a component that says this; where another has the name, a number follows it. */
  public named(section: Section, name: string, part: OpenApi, count = 1): string {
    const candidate = count === 1 ? name : name + count;
    this.add(section, candidate, () => part);
    const isSame = JSON.stringify(this.sections[section]?.[candidate]) === JSON.stringify(part);
    return isSame ? candidate : this.named(section, name, part, count + 1);
  }

  public toDocument(): OpenApi {
    return Object.fromEntries(Object.entries(this.sections).map(([section, parts]) => [
      section, Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]));
  }
}
