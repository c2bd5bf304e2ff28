/** The calendar in zod's patterns of dates; the formats `date` and `date-time` assert it by themselves. */
const CALENDAR = '(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])'
  + '|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))';

const LOCAL_PART = "[A-Za-z0-9_'+-]+(?:\\.[A-Za-z0-9_'+-]+)*(?<!')";
const DOMAIN = '(?:[A-Za-z0-9][A-Za-z0-9-]*\\.)+(?=[A-Za-z]{2,}$)';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])';
const QUICK_OCTET = '(?:2(?:5[0-5]?|[0-4]\\d?|[6-9])?|1\\d{0,2}|[3-9]\\d?|0)';

/**
 * Patterns that zod writes, and equal ones whose time is plain to see. A pattern of another zod version is taken as it stands, and refused at synth if its
 * time may explode.
 */
export const KNOWN_PATTERNS: { readonly [pattern: string]: string | undefined } = {
  [`^${CALENDAR}$`]: undefined,
  '^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$': undefined,
  "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$": `^${LOCAL_PART}@${DOMAIN}`,
  "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$": `^${LOCAL_PART}@${DOMAIN}`,
  [`^(?:${OCTET}\\.){3}${OCTET}$`]: `^(?=(?:\\d{1,3}\\.){3}\\d{1,3}$)(?:${QUICK_OCTET}(?:\\.|$))+$`,
};

/** An equal pattern that is quick, or nothing where the format beside it says it all. */
export function quickPattern(pattern: string, format: unknown): string | undefined {
  if (Object.hasOwn(KNOWN_PATTERNS, pattern)) return KNOWN_PATTERNS[pattern];
  if (format === 'starts_with') return pattern.replace(/\.\*$/, '');
  if (format === 'ends_with') return pattern.replace(/^\.\*/, '');
  return pattern.replace(CALENDAR, '\\d{4}-\\d{2}-\\d{2}');
}
