import type { Config } from '../../config.js';
import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** AGS's legacy webscripts through each of Alfresco's servlets. */
const doors = ['s', 'service', 'wcs', 'wcservice'].map((servlet) => `/alfresco/${servlet}/api/rma`);
const behind = '/admin/rmevents';

/** What an address shows to a request that carries no sign-in. */
export interface Door {
  readonly path: string;
  readonly status: number;
  /** The realm that it asks to sign in to. */
  readonly challenge?: string;
}

/**
 * Whether people's requests reach AGS's webscripts, where any signed-in user can remove the visa event. AGS itself asks for
 * no more than a sign-in, so only an address that lets nothing through is shut. Seen from this machine, Alfresco's own
 * address has to be open: the service account works there. So two addresses can be judged: Bannette's own, and the one by
 * which people reach Alfresco, if it is told; each is asked without sign-in, and one that answers as Alfresco does is open.
 */
export const recordsDoor = check('recordsDoor', 'records', ['eyes'], async ({ config, publicUrl, about }) => (about?.recordsVersion ? judgeDoors(config, publicUrl) : []));

const judgeDoors = async (config: Pick<Config, 'alfrescoUrl' | 'alfrescoPublicUrl'>, publicUrl: string): Promise<readonly Finding[]> => [
  ...(await judgeAddress(publicUrl, 'doorOpenHere')),
  // Without an address the repository is the embedded one, which listens on this machine only.
  ...(config.alfrescoPublicUrl ? await judgeAddress(config.alfrescoPublicUrl, 'doorOpen') : config.alfrescoUrl ? [finding('doorUnknown')] : []),
];

async function judgeAddress(url: string, code: 'doorOpen' | 'doorOpenHere'): Promise<readonly Finding[]> {
  try {
    const open: string[] = [];
    for (const path of doors) if (isOpen(await knock(url, path))) open.push(path);
    return open.length ? [finding(code, { subject: url, url, names: open.join(', ') })] : [];
  } catch (error) {
    return [finding('doorUnreachable', { subject: url, url, reason: reasonOf(error) })];
  }
}

async function knock(url: string, path: string): Promise<Door> {
  const response = await fetch(`${url.replace(/\/+$/, '')}${path}${behind}`, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  await response.body?.cancel();
  return { path, status: response.status, challenge: response.headers.get('www-authenticate') ?? undefined };
}

/** Alfresco's own challenge means that the request came through. A proxy's refusal, or its own sign-in, does not. */
export function isOpen({ status, challenge }: Door): boolean {
  return (status >= 200 && status < 300) || (status === 401 && /realm="?alfresco/i.test(challenge ?? ''));
}
