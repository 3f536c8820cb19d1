import { readFile } from 'node:fs/promises';
import type { ScheduleRow } from '@bannette/domain';
import { connect, type Repository } from '../repository.js';
import type { FreshRepository } from '../testing/fresh-repository.js';
import { applyInstall } from './apply.js';
import { planInstall } from './plan.js';
import type { InstallOptions, InstallPlan } from './steps.js';

const agreed = { by: 'Archives départementales', on: '2026-01-05', reference: 'AD/2026/12' };
export const rowD: ScheduleRow = { code: 'CHR-01', label: 'Chronos : arrivée', years: 1, trigger: 'FIN_ANNEE', finalSort: 'D', source: '', agreed };
export const rowT: ScheduleRow = { code: 'CHR-04', label: 'Registre du courrier', years: 10, trigger: 'FIN_ANNEE', finalSort: 'T', source: '', agreed };
export const rowUnagreed: ScheduleRow = { code: 'REC-01', label: 'Plaintes', years: 5, trigger: 'CLOTURE', finalSort: 'D', source: '' };

export async function recordsOptions(rows: readonly ScheduleRow[] = [rowD, rowT, rowUnagreed], samples = false): Promise<InstallOptions> {
  return {
    model: await readFile(new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8'),
    entity: 'default',
    groups: [{ id: 'GROUP_GEC_S_DGS', label: 'Bannette – DGS', parents: [] }, { id: 'GROUP_GEC_S_DGS__RESPONSABLE', label: 'Bannette – DGS – responsable', parents: ['GROUP_GEC_S_DGS'] }],
    serviceAccount: { id: 'bannette-svc', email: 'svc@example.org' },
    settings: [{ name: 'schedule.json', text: '{}' }],
    records: { purgeAccount: { id: 'bannette-purge', email: 'purge@example.org' }, authority: 'Département de la Lys-et-Loire', rows, samples },
  };
}

export const asAdmin = ({ url }: Pick<FreshRepository, 'url'>): Repository => connect({ url, retries: 0 }, { user: 'admin', password: 'admin' });
export const lines = ({ steps }: InstallPlan): readonly string[] => steps.map(({ action, subject }) => `${action} ${subject}`);

/** Installs, and keeps the passwords that were made. */
export async function installAll(admin: Repository, options: InstallOptions, passwords: Map<string, string> = new Map()): Promise<Map<string, string>> {
  await applyInstall(admin, await planInstall(admin, options), { storePassword: async (account, password) => void passwords.set(account, password) });
  return passwords;
}

/** All of records management that an administrator sees, without what differs from one repository to the next. */
export async function portrait({ records }: Repository): Promise<object> {
  const { plan } = records;
  const planId = await plan.filePlanId();
  const categories: object[] = [];
  for (const top of await plan.topCategories()) {
    const rows = [];
    for (const category of await plan.categories(top.id)) {
      const schedule = await records.schedules.of(category.id);
      rows.push({ name: category.name, mark: category.properties['gec:id'], folders: (await plan.folders(category.id)).map(({ name }) => name), schedule: schedule && { ...schedule, id: '', categoryId: '' } });
    }
    categories.push({ name: top.name, mark: top.properties['gec:id'], filing: neutral(await records.filing.of(top.id), planId), rows });
  }
  const roles = (await records.roles.list()).map((role) => ({ ...role, capabilities: [...role.capabilities].sort() }));
  const holds = neutral(await records.filing.of(await records.holds.containerId(planId)), planId);
  return { categories, roles, holds, events: await records.events.list() };
}

const neutral = (entries: readonly { authority: string; right: string }[], planId: string): readonly string[] => entries.map(({ authority, right }) => `${authority.replace(planId, '…')} ${right}`).sort();
