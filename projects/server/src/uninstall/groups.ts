import type { Repository } from '@bannette/alfresco';
import { groupsFor, type Settings } from '@bannette/domain';
import type { Store } from '@bannette/store';
import { sql } from 'kysely';

export interface GroupVerdict {
  readonly id: string;
  /** Why it stays; absent where it can go. */
  readonly keeps?: 'hasMembers' | 'namedByMails' | 'notOurs' | 'holdsAnother';
}

/** Which groups that the settings call for are nobody's and nothing's any more; members before what they are in. */
export async function judgeGroups(administrator: Repository, store: Store, settings: Settings): Promise<readonly GroupVerdict[]> {
  const [named, peopled] = [await namedByMails(store), await groupsWithPeople(administrator)];
  const verdicts: GroupVerdict[] = [];
  const keptChildren = new Set<string>();
  for (const { id, label, parent } of [...groupsFor(settings)].reverse()) {
    const found = await administrator.groups.find(id);
    if (!found) continue;
    const keeps = found.label !== label ? 'notOurs' : peopled.has(id) ? 'hasMembers' : named.has(id) ? 'namedByMails' : keptChildren.has(id) ? 'holdsAnother' : undefined;
    if (keeps && parent) keptChildren.add(parent);
    verdicts.push({ id, ...(keeps ? { keeps } : {}) });
  }
  return verdicts;
}

/** Mails' nodes name these groups in their permissions, or will when they go to Alfresco. */
async function namedByMails({ db }: Store): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select distinct unnest(readers || listers) as name from mail`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** Asked person by person: without a search index Alfresco lists no group's members. */
async function groupsWithPeople(administrator: Repository): Promise<ReadonlySet<string>> {
  const groups = new Set<string>();
  for await (const person of administrator.people.list()) for (const group of await administrator.groupsOf(person)) groups.add(group);
  return groups;
}
