/** Schemas that belong to no entity. */
const COMMON = ['Problem', 'Violation', 'GatewayMessage', 'Count', 'Deletion'];

/** What the names of an entity's schemas are made of. */
const PREFIXES = ['New'];
const SUFFIXES = ['Input', 'Patch', 'Page', 'Batch', 'BatchResult'];

/** Gives each entity names of its own: two schemas, operations or tags of one name would be one. */
export class Names {
  private readonly taken = new Set(COMMON);

  /** @param plural where it is the name itself, as of sheep, the collection is `AllSheep` */
  public take(name: string, plural: string, count = 1): { readonly name: string; readonly plural: string } {
    const number = count === 1 ? '' : String(count);
    const candidate = { name: name + number, plural: (plural === name ? `All${plural}` : plural) + number };
    const names = [
      candidate.name, candidate.plural, ...PREFIXES.map((prefix) => prefix + candidate.name), ...SUFFIXES.map((suffix) => candidate.name + suffix),
    ];
    if (names.some((one) => this.taken.has(one))) return this.take(name, plural, count + 1);
    for (const one of names) this.taken.add(one);
    return candidate;
  }
}
