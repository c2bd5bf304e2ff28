import type { Resource } from '../assembly';
import type { Header } from '../http';
import { PropertyReader } from '../property-reader';

/** Headers that a distribution adds to answers. */
export interface ResponseHeadersPolicy {
  readonly headers: readonly PolicyHeader[];
  readonly removed: readonly string[];
}

interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  /** Whether it stands in place of the origin's. */
  readonly override: boolean;
}

/** What the header's value is made of, by property of `SecurityHeadersConfig`. */
const SECURITY_HEADERS: Readonly<Record<string, [name: string, value: (settings: PropertyReader) => string]>> = {
  ContentSecurityPolicy: ['content-security-policy', (settings) => settings.text('ContentSecurityPolicy')],
  ContentTypeOptions: ['x-content-type-options', () => 'nosniff'],
  FrameOptions: ['x-frame-options', (settings) => settings.text('FrameOption')],
  ReferrerPolicy: ['referrer-policy', (settings) => settings.text('ReferrerPolicy')],
  StrictTransportSecurity: ['strict-transport-security', transportSecurity],
  XSSProtection: ['x-xss-protection', xssProtection],
};

/** AWS's own policy `SecurityHeadersPolicy`, which templates name by this id. */
const MANAGED: Readonly<Record<string, ResponseHeadersPolicy>> = {
  '67f7725c-6f97-4210-82d7-5512b31e9d03': {
    headers: [
      { name: 'referrer-policy', value: 'strict-origin-when-cross-origin', override: false },
      { name: 'strict-transport-security', value: 'max-age=31536000', override: false },
      { name: 'x-content-type-options', value: 'nosniff', override: true },
      { name: 'x-frame-options', value: 'SAMEORIGIN', override: false },
      { name: 'x-xss-protection', value: '1; mode=block', override: false },
    ],
    removed: [],
  },
};

/** @param where the behaviour that names the policy */
export function readResponseHeadersPolicy(where: PropertyReader, resources: readonly Resource[]): ResponseHeadersPolicy | undefined {
  const id = where.optionalText('ResponseHeadersPolicyId');
  if (id === undefined) return undefined;
  const resource = resources.find(({ type, physicalId }) => type === 'AWS::CloudFront::ResponseHeadersPolicy' && physicalId === id);
  if (!resource) return MANAGED[id] ?? where.fail('ResponseHeadersPolicyId', `policy '${id}' is not known here; declare it in the app`);
  const policy = PropertyReader.of(resource).nested('ResponseHeadersPolicyConfig');
  policy.refuse('CorsConfig', 'CORS headers of a distribution are not added here; configure CORS on the API');
  const security = policy.nested('SecurityHeadersConfig');
  return {
    headers: [
      ...Object.entries(SECURITY_HEADERS).filter(([property]) => security.has(property)).map(([property, [name, value]]) => {
        const settings = security.nested(property);
        return { name, value: value(settings), override: settings.boolean('Override') ?? false };
      }),
      ...policy.nested('CustomHeadersConfig').nestedList('Items').map((item) => (
        { name: item.text('Header').toLowerCase(), value: item.text('Value'), override: item.boolean('Override') ?? false }
      )),
    ],
    removed: policy.nested('RemoveHeadersConfig').nestedList('Items').map((item) => item.text('Header').toLowerCase()),
  };
}

export function applyPolicy(policy: ResponseHeadersPolicy | undefined, headers: readonly Header[]): readonly Header[] {
  if (!policy) return headers;
  const kept = headers.filter(([name]) => !policy.removed.includes(name));
  const present = new Set(kept.map(([name]) => name));
  const added = policy.headers.filter(({ name, override }) => override || !present.has(name));
  const replaced = new Set(added.map(({ name }) => name));
  return [...kept.filter(([name]) => !replaced.has(name)), ...added.map(({ name, value }) => [name, value] as const)];
}

function transportSecurity(settings: PropertyReader): string {
  const subdomains = settings.boolean('IncludeSubdomains') ? '; includeSubDomains' : '';
  const preload = settings.boolean('Preload') ? '; preload' : '';
  return `max-age=${settings.number('AccessControlMaxAgeSec') ?? 0}${subdomains}${preload}`;
}

function xssProtection(settings: PropertyReader): string {
  if (!settings.boolean('Protection')) return '0';
  const report = settings.optionalText('ReportUri');
  return `1${settings.boolean('ModeBlock') ? '; mode=block' : ''}${report ? `; report=${report}` : ''}`;
}
