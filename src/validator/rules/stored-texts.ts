import { Decimal } from '../../model';

type Text = (value: unknown) => string;

/** Equal decimals are equal texts, however they are written: 1.0 is stored as 1. What is none is told by `other`. */
export function decimalTextOf(read: (text: string) => Decimal | undefined, write: (decimal: Decimal) => string, other: Text): Text {
  return (value) => {
    const decimal = typeof value === 'string' ? read(value) : undefined;
    return decimal ? write(decimal) : other(value);
  };
}

/** Equal instants are equal texts, whatever their offset: they are stored in UTC. What is none is told by `other`. */
export function instantTextOf(isInstant: (text: string) => boolean, write: (text: string) => string, other: Text): Text {
  return (value) => (typeof value === 'string' && isInstant(value) ? write(value) : other(value));
}
