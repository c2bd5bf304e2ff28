/** A text in a deployed file that stands for a value known only at deployment. */
export interface Marker {
  readonly text: string;
  readonly value: string;
}

/** How a deployment writes values into files: `SourceMarkersConfig`. */
export interface MarkerOptions {
  /** Values are written as the inside of a JSON text. */
  readonly jsonEscape: boolean;
}

export function markerOf(text: string, value: string, { jsonEscape }: MarkerOptions): Marker {
  return { text, value: jsonEscape ? JSON.stringify(value).slice(1, -1) : value };
}

/** Replaces every occurrence; a file without any stays byte for byte, whatever its encoding. */
export function replaceMarkers(body: Buffer, markers: readonly Marker[]): Buffer {
  const present = markers.filter(({ text }) => body.includes(text));
  if (present.length === 0) return body;
  // latin1 keeps every byte, so that a binary file with a marker in it is not spoilt
  let text = body.toString('latin1');
  for (const marker of present) text = text.replaceAll(latin1(marker.text), () => latin1(marker.value));
  return Buffer.from(text, 'latin1');
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}
