import type { SendJson } from './http/send.js';

/** What the repository says of itself. */
export interface About {
  /** `Community` or `Enterprise`. */
  readonly edition: string;
  readonly version: { readonly major: number; readonly minor: number; readonly display: string };
  /** Of Alfresco Governance Services; undefined when the module is not installed. */
  readonly recordsVersion?: string;
}

interface WireModule {
  readonly id?: string;
  readonly version?: string;
  readonly installState?: string;
}

interface WireDiscovery {
  readonly entry: { readonly repository: { readonly edition?: string; readonly version?: { readonly major?: string; readonly minor?: string; readonly patch?: string; readonly display?: string }; readonly modules?: readonly WireModule[] } };
}

/** The repository part of AGS: Community and Enterprise have the same id, its Enterprise additions come as modules beside it. */
const recordsModule = 'org_alfresco_module_rm';

/** The first release of Governance Services whose REST API lists roles; holds and schedules came into it before. */
export const oldestRecords = '25.2';

/** Whether a version is older than another, by its first two numbers. */
export function isOlder(version: string, than: string): boolean {
  const [[major = 0, minor = 0], [thanMajor = 0, thanMinor = 0]] = [version, than].map((one) => one.split('.').map((part) => Number.parseInt(part, 10) || 0)) as [number[], number[]];
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}

export async function about(send: SendJson): Promise<About> {
  const { entry } = (await send({ operation: 'GET /discovery', method: 'GET', path: '/api/discovery', safe: true })) as WireDiscovery;
  const { edition, version = {}, modules = [] } = entry.repository;
  const records = modules.find(({ id, installState }) => id === recordsModule && installState !== 'UNINSTALLED');
  return {
    edition: edition ?? 'unknown',
    version: { major: Number(version.major ?? 0), minor: Number(version.minor ?? 0), display: [version.major, version.minor, version.patch].filter(Boolean).join('.') },
    recordsVersion: records?.version,
  };
}
