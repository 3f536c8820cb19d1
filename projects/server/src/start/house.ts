import { join } from 'node:path';
import { connect, type AlfrescoConfig } from '@bannette/alfresco';
import { liveSettings, openPost, type House, type Log } from '@bannette/house';
import { openSpool, openStore } from '@bannette/store';
import type { Config } from '../config.js';
import { libraryIdOf } from './library.js';

/** Opens what every sidecar is given. */
export async function openHouse(config: Config, where: { databaseUrl: string; alfrescoUrl: string; password: string }, log: Log, now: () => Date = () => new Date()): Promise<House> {
  const store = await openStore({ databaseUrl: where.databaseUrl, poolSize: 10 + config.jobs });
  const alfresco: AlfrescoConfig = { url: where.alfrescoUrl, timeoutMs: config.alfrescoSilenceSeconds * 1000 };
  const repository = connect(alfresco, { user: config.alfrescoUser, password: where.password });
  const live = liveSettings(store, config.entityId);
  return {
    entityId: config.entityId,
    store,
    spool: await openSpool(join(config.dataDir, 'spool')),
    repository,
    serviceAccount: config.alfrescoUser,
    repositoryAs: (proof) => connect(alfresco, proof),
    libraryId: await libraryIdOf(repository),
    settings: live.settings,
    settingVersions: live.versions,
    publishedSettings: live.afresh,
    now,
    log,
    post: openPost({ smtpUrl: config.smtpUrl, from: config.mailFrom, publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}` }),
  };
}
