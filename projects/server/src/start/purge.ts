import { connect, type Repository } from '@bannette/alfresco';
import type { Config } from '../config.js';
import { purgeAccountId } from './install.js';
import { keptPassword } from './secrets.js';

/** Alfresco as the account that destroys what has its visa and can do nothing else; undefined where its password is not known here. */
export async function purgeRepository(config: Pick<Config, 'purgePassword' | 'dataDir' | 'alfrescoSilenceSeconds'>, alfrescoUrl: string): Promise<Repository | undefined> {
  const password = config.purgePassword ?? (await keptPassword(config.dataDir, purgeAccountId));
  return password === undefined ? undefined : connect({ url: alfrescoUrl, timeoutMs: config.alfrescoSilenceSeconds * 1000 }, { user: purgeAccountId, password });
}
