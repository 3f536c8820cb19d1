import { hasCode, isOurPlan, purgeRole, readPlaceState, serviceRole, type Repository, type RoleDefinition } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import type { Store } from '@bannette/store';
import { sql } from 'kysely';
import { judgeGroups, type GroupVerdict } from './groups.js';
import { exportedUpTo, readReport } from './exports.js';
import { exportsFolder } from './place.js';

/** What is wished of an uninstallation, and of which. */
export interface UninstallSubject {
  readonly administrator: Repository;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly entityId: string;
  readonly serviceAccount: string;
  readonly purgeAccount: string;
  readonly settings: Settings;
  /** Folder of the exported files. */
  readonly folder: string;
  /** Remove groups that are nobody's and nothing's any more. */
  readonly groups: boolean;
  readonly dropDatabase: boolean;
}

export type UninstallStep =
  | { readonly action: 'export'; readonly subject: string }
  | { readonly action: 'unassignRole'; readonly subject: string; readonly role: string }
  | { readonly action: 'deleteRole'; readonly subject: string }
  | { readonly action: 'revokeFiling'; readonly subject: string; readonly nodeId: string }
  | { readonly action: 'revokeFolder'; readonly subject: 'library' | 'configuration'; readonly nodeId: string }
  | { readonly action: 'disableAccount'; readonly subject: string }
  | { readonly action: 'deleteGroup'; readonly subject: string }
  | { readonly action: 'dropDatabase'; readonly subject: string };

export interface UninstallProblem {
  /**
   * `notAdministrator` · `notRecordsAdministrator` records management refuses what is asked · `notInAlfresco` so many
   * numbered mails are not wholly in Alfresco yet · `onlyInSpool` the database can't go: it alone knows so many letters that
   * nobody has numbered · `campaignRunning` a campaign of elimination is being carried out, or stopped half-way
   */
  readonly code: 'notAdministrator' | 'notRecordsAdministrator' | 'notInAlfresco' | 'onlyInSpool' | 'campaignRunning';
  readonly subject: string;
}

/** What is left as it is, and why. */
export interface Kept {
  readonly code: 'roleHeldByOthers' | 'roleForeign' | 'accountForeign' | NonNullable<GroupVerdict['keeps']> | 'lettersInSpool' | 'recordsKept' | 'holdsKept' | 'campaignsOpen';
  readonly subject: string;
}

export interface UninstallPlan {
  readonly steps: readonly UninstallStep[];
  readonly problems: readonly UninstallProblem[];
  readonly kept: readonly Kept[];
}

type Part = Partial<UninstallPlan>;

/** Looks at what an installation made and changes nothing. */
export async function planUninstall(subject: UninstallSubject): Promise<UninstallPlan> {
  const account = await subject.administrator.me();
  if (!account.isAdmin) return { steps: [], problems: [{ code: 'notAdministrator', subject: account.id }], kept: [] };
  return together([
    await planWork(subject),
    await planArchives(subject),
    await planExport(subject),
    await planRecords(subject),
    await planFolder(subject, 'library'),
    await planFolder(subject, 'configuration'),
    await planAccount(subject, subject.serviceAccount),
    await planAccount(subject, subject.purgeAccount),
    ...(subject.groups ? [await planGroups(subject)] : []),
    ...(subject.dropDatabase ? [{ steps: [{ action: 'dropDatabase' as const, subject: databaseName(subject) }] }] : []),
  ]);
}

const together = (parts: readonly Part[]): UninstallPlan => ({ steps: parts.flatMap(({ steps = [] }) => steps), problems: parts.flatMap(({ problems = [] }) => problems), kept: parts.flatMap(({ kept = [] }) => kept) });

export const databaseName = ({ databaseUrl }: Pick<UninstallSubject, 'databaseUrl'>): string => decodeURIComponent(new URL(databaseUrl).pathname.slice(1));

/** What only Bannette holds must be in Alfresco first. */
async function planWork({ store: { db }, dropDatabase }: UninstallSubject): Promise<Part> {
  const pending = await db.selectFrom('mail').select('id').where('node_name', 'is not', null).where('gone_at', 'is', null).whereRef('applied_version', '<', 'desired_version').execute();
  const waiting = await db.selectFrom('mail').select('id').where('node_name', 'is', null).where('state', '<>', 'voided').execute();
  const unread = await db.selectFrom('deposit_file').select('id').where('mail_id', 'is', null).where('state', 'not in', ['discarded', 'separated', 'merged']).execute();
  const letters = waiting.length + unread.length;
  return {
    problems: [...(pending.length ? [{ code: 'notInAlfresco' as const, subject: String(pending.length) }] : []), ...(letters && dropDatabase ? [{ code: 'onlyInSpool' as const, subject: String(letters) }] : [])],
    kept: letters ? [{ code: 'lettersInSpool', subject: String(letters) }] : [],
  };
}

/** Half of a list is no state to leave: what is being destroyed is ended, or cancelled, first. Records and holds outlive Bannette. */
async function planArchives({ store: { db }, entityId }: UninstallSubject): Promise<Part> {
  const campaigns = await db.selectFrom('campaign').select(['chrono', 'state']).where('entity_id', '=', entityId).where('state', 'not in', ['closed', 'cancelled', 'refused', 'executed']).orderBy('chrono').execute();
  const running = campaigns.filter(({ state }) => state === 'executing' || state === 'stopped');
  const { records = 0, holds = 0 } = (await sql<{ records: number; holds: number }>`SELECT
    (SELECT count(*)::int FROM mail_record WHERE entity_id = ${entityId} AND state IN ('declared', 'dated')) AS records,
    (SELECT count(*)::int FROM hold WHERE entity_id = ${entityId} AND released_at IS NULL AND node_id IS NOT NULL) AS holds`.execute(db)).rows[0] ?? {};
  return {
    problems: running.map(({ chrono }) => ({ code: 'campaignRunning', subject: chrono })),
    kept: [
      ...(records ? [{ code: 'recordsKept' as const, subject: String(records) }] : []),
      ...(holds ? [{ code: 'holdsKept' as const, subject: String(holds) }] : []),
      ...campaigns.filter((campaign) => !running.includes(campaign)).map(({ chrono }) => ({ code: 'campaignsOpen' as const, subject: chrono })),
    ],
  };
}

/** The journal tells of every change, so that what was exported up to its end is still true. */
async function planExport({ administrator, store, folder }: UninstallSubject): Promise<Part> {
  const head = await store.db.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirst();
  const [inFile, inAlfresco] = [await readReport(folder), await (await exportsFolder(administrator))?.report()];
  const wanted = head?.seq ? `${head.seq}:${head.hash.toString('hex')}` : undefined;
  const same = inFile !== undefined && inFile === inAlfresco && exportedUpTo(inFile) === wanted;
  return same ? {} : { steps: [{ action: 'export', subject: folder }] };
}

async function planRecords(subject: UninstallSubject): Promise<Part> {
  const { records } = subject.administrator;
  try {
    if (!(await records.plan.site())) return {};
    const roles = await records.roles.list();
    const accounts = [subject.serviceAccount, subject.purgeAccount];
    const planRole = ({ name, label }: RoleDefinition): Part => {
      const found = roles.find((role) => role.name === name);
      if (!found) return {};
      if (found.label !== label) return { kept: [{ code: 'roleForeign', subject: name }] };
      const own = found.people.filter((person) => accounts.includes(person));
      const others = found.people.length + found.groups.length - own.length;
      const taken = own.map((person) => ({ action: 'unassignRole' as const, subject: person, role: name }));
      return others ? { steps: taken, kept: [{ code: 'roleHeldByOthers', subject: name }] } : { steps: [...taken, { action: 'deleteRole', subject: name }] };
    };
    const top = (await records.plan.topCategories()).find((category) => isOurPlan(category, subject.entityId));
    const places = [...(top ? [top.id] : []), await records.holds.containerId(await records.plan.filePlanId())];
    return together([...(await Promise.all(places.map((id) => planFiling(subject, id, accounts)))), planRole(serviceRole), planRole(purgeRole)]);
  } catch (error) {
    if (hasCode(error, 'notOffered')) return {};
    if (hasCode(error, 'forbidden')) return { problems: [{ code: 'notRecordsAdministrator', subject: error.operation }] };
    throw error;
  }
}

async function planFiling({ administrator }: UninstallSubject, nodeId: string, accounts: readonly string[]): Promise<Part> {
  const there = await administrator.records.filing.of(nodeId);
  const own = accounts.filter((account) => there.some(({ authority, right, inherited }) => authority === account && right === 'Filing' && !inherited));
  return { steps: own.map((account) => ({ action: 'revokeFiling', subject: account, nodeId })) };
}

async function planFolder({ administrator, serviceAccount }: UninstallSubject, place: 'library' | 'configuration'): Promise<Part> {
  const { folder, ours, permissions } = await readPlaceState(administrator, place);
  const granted = permissions?.entries.some(({ authority }) => authority === serviceAccount);
  return folder && ours && granted ? { steps: [{ action: 'revokeFolder', subject: place, nodeId: folder.id }] } : {};
}

/** Known by the name that installation gives: one that was there before stays as it is. */
async function planAccount({ administrator }: UninstallSubject, id: string): Promise<Part> {
  const person = await administrator.people.find(id);
  if (!person?.enabled) return {};
  return person.firstName === 'Bannette' && !person.isAdmin ? { steps: [{ action: 'disableAccount', subject: id }] } : { kept: [{ code: 'accountForeign', subject: id }] };
}

async function planGroups({ administrator, store, settings }: UninstallSubject): Promise<Part> {
  const verdicts = await judgeGroups(administrator, store, settings);
  return {
    steps: verdicts.filter(({ keeps }) => !keeps).map(({ id }) => ({ action: 'deleteGroup', subject: id })),
    kept: verdicts.flatMap(({ id, keeps }) => (keeps ? [{ code: keeps, subject: id }] : [])),
  };
}
