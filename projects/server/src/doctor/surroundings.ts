import { readFile } from 'node:fs/promises';
import type { About, Repository } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { Config } from '../config.js';
import { purgeAccountId } from '../start/install.js';
import { keptPassword } from '../start/secrets.js';
import { signInAs, type Account } from './accounts.js';
import type { Limits } from './limits.js';

const modelFile = new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url);

/** What the doctor was given to look at. */
export interface Given {
  readonly config: Config;
  readonly alfrescoUrl: string;
  /** Who asks, if an administrator does. */
  readonly administrator?: { readonly user: string; readonly password: string };
  /** Undefined when the database could not be opened. */
  readonly db?: Kysely<Database>;
  readonly databaseUrl?: string;
  /** Why there is no database. */
  readonly databaseReason?: string;
  /** Those in force; without a database those that come with the product. */
  readonly settings: Settings;
  readonly limits: Limits;
  readonly now: () => Date;
}

/** Alfresco as the strongest account that could be signed in. */
export interface Eyes {
  readonly repository: Repository;
  readonly isAdministrator: boolean;
}

/** What checks are given. What could not be had is missing, and the checks that need it are left out. */
export interface Surroundings extends Given {
  /** Address of the workspace, as people reach it. */
  readonly publicUrl: string;
  /** Text of the content model that this version brings. */
  readonly model: string;
  readonly accounts: readonly Account[];
  readonly about?: About;
  readonly eyes?: Eyes;
  /** Alfresco as the service account. */
  readonly service?: Repository;
  /** The same as `eyes`, where AGS is installed and spoken to at Alfresco's own address. */
  readonly records?: Eyes;
}

export async function lookAround(given: Given): Promise<Surroundings> {
  const { config, alfrescoUrl, administrator } = given;
  const passwordOf = async (account: string): Promise<string | undefined> => keptPassword(config.dataDir, account);
  const accounts = [
    ...(administrator ? [await signInAs(alfrescoUrl, 'administrator', administrator.user, administrator.password)] : []),
    await signInAs(alfrescoUrl, 'service', config.alfrescoUser, config.alfrescoPassword ?? (await passwordOf(config.alfrescoUser))),
    await signInAs(alfrescoUrl, 'purge', purgeAccountId, config.purgePassword ?? (await passwordOf(purgeAccountId))),
  ];
  const eyes = eyesOf(accounts);
  const about = await eyes?.repository.about().catch(() => undefined);
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  return {
    ...given,
    publicUrl,
    model: await readFile(modelFile, 'utf8'),
    accounts,
    about,
    eyes,
    service: accounts.find(({ role }) => role === 'service')?.repository,
    // Through Bannette's own pass-through, AGS's webscripts are refused.
    records: about?.recordsVersion && alfrescoUrl !== publicUrl ? eyes : undefined,
  };
}

function eyesOf(accounts: readonly Account[]): Eyes | undefined {
  const [strongest] = accounts.filter(({ role, repository }) => repository && role !== 'purge');
  return strongest?.repository && { repository: strongest.repository, isAdministrator: strongest.person?.isAdmin ?? false };
}
