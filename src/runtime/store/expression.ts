import { AttributeValue, Placeholders } from './call';

/** Names of attributes in an expression as they are; more are numbered, since an expression has 4 KB for all that an entity can have. */
const READABLE = 32;

/** Collects the names and values of a call's expressions: every one is a placeholder, so none can be read as syntax. */
export class Expression {
  private readonly names = new Map<string, string>();
  private readonly values: { [placeholder: string]: AttributeValue } = {};
  private count = 0;

  /** The placeholder of an attribute, or of the path to one inside of others. */
  public name(...path: string[]): string {
    return path.map((attribute) => {
      const known = this.names.get(attribute);
      if (known !== undefined) return known;
      // a readable placeholder where the name allows it; others are numbered, and no name begins with a digit
      const isReadable = this.names.size < READABLE && /^[A-Za-z_]\w{0,30}$/.test(attribute);
      const placeholder = isReadable ? `#${attribute}` : `#${this.names.size}`;
      this.names.set(attribute, placeholder);
      return placeholder;
    }).join('.');
  }

  /** The placeholder of a value. */
  public value(value: AttributeValue): string {
    const placeholder = `:${this.count++}`;
    this.values[placeholder] = value;
    return placeholder;
  }

  /** What goes beside the expressions into a call; DynamoDB refuses empty maps. */
  public get placeholders(): Placeholders {
    const names = [...this.names].map(([attribute, placeholder]) => [placeholder, attribute]);
    return {
      ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
      ...(this.count > 0 && { ExpressionAttributeValues: this.values }),
    };
  }
}
