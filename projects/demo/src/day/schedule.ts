import { setTimeout as pause } from 'node:timers/promises';
import type { Colleague } from './client.js';

interface Version {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly agreedRows: number;
}
interface Row {
  readonly code: string;
  readonly finalSort: string;
  readonly agreed?: object;
}
interface Plan {
  readonly rows: readonly { readonly drift: readonly { readonly code: string }[] }[];
}

/** Rows to be eliminated that an older register has mail of. Nobody agreed to them: the reference says so. */
const rows = ['CHR-05', 'CHR-06', 'RH-01', 'RH-05', 'CAD-01', 'COL-01'];
/** The one of them that is to be sorted here, so that there is something to sort. */
export const sortedRow = 'COL-01';
const agreement = { by: 'Archives départementales de la Lys-et-Loire (fictives)', reference: 'accord fictif de démonstration' };

/**
 * The archives agree to a few rows, in the demonstration alone, so that elimination can be shown: a version is drafted, agreed
 * and brought into force as its users would, and an administrator of Alfresco writes the categories.
 */
export async function agreeSchedule(archivist: Colleague, administrator: Colleague, today: string): Promise<void> {
  const { versions } = await archivist.get<{ readonly versions: readonly Version[] }>('/schedule');
  if (!versions.some(({ state, agreedRows }) => state === 'inForce' && agreedRows)) await bringIntoForce(archivist, versions, today);
  for (let tries = 0; tries < 20; tries++) {
    const { rows: plan } = await administrator.get<Plan>('/schedule/plan');
    if (plan.filter(({ drift }) => !drift.some(({ code }) => code === 'notAgreed')).length >= rows.length) break;
    // What was published is in force within a second, and is then compared.
    await pause(500);
  }
  await administrator.post('/schedule/plan/apply', {});
}

async function bringIntoForce(archivist: Colleague, versions: readonly Version[], today: string): Promise<void> {
  const open = versions.find(({ state }) => state === 'draft' || state === 'agreed');
  let version = open ?? (await archivist.post<Version>('/schedule/versions', {}));
  const act = async (action: string, body: object = {}): Promise<void> => {
    version = await archivist.post<Version>(`/schedule/versions/${version.id}/${action}`, { revision: version.revision, ...body });
  };
  if (version.state === 'draft') {
    const { rows: all } = await archivist.get<{ readonly rows: readonly Row[] }>(`/schedule/versions/${version.id}`);
    const row = all.find(({ code }) => code === sortedRow);
    if (row && row.finalSort !== 'T') {
      const { agreed: _agreed, ...plain } = row;
      ({ version } = await archivist.put<{ version: Version }>(`/schedule/versions/${version.id}`, { revision: version.revision, changes: [{ was: sortedRow, row: { ...plain, finalSort: 'T' } }] }));
    }
  }
  if (version.state === 'draft') await act('agree', { ...agreement, on: today, rows });
  await act('enforce');
}
