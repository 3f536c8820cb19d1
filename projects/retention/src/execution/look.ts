import { eventNames, hasCode, type NextAction, type RepoNode } from '@bannette/alfresco';
import { addMonths, dayIn, earlierOf, judge, usualElimination, type DocumentToDestroy, type EliminationCause, type ItemNow, type NodeNow, type PartSeen, type ScheduleRow, type Settings } from '@bannette/domain';
import type { House, MailRow } from '@bannette/house';
import { sql } from 'kysely';
import type { CampaignRow } from '../campaigns/act.js';
import { metadataDigest } from '../campaigns/description.js';
import { candidateOf, factsNow, type CandidateFacts } from '../campaigns/facts.js';
import { intended, markOf, type ItemRow } from './steps.js';

/** The item's visa, and today in the authority's time zone by the clock that is behind: that of this machine, or that of the database. */
async function visaAndDay(house: House, campaignId: string, line: number | null, { authority }: Pick<Settings, 'authority'>): Promise<{ readonly granted: boolean; readonly today: string }> {
  const { rows } = await sql<{ now: Date; granted: boolean }>`SELECT clock_timestamp() AS now, EXISTS (SELECT FROM campaign_line WHERE campaign_id = ${campaignId} AND line = ${line ?? 0} AND visa = 'granted') AS granted`.execute(house.store.db);
  const now = house.now();
  return { granted: rows[0]?.granted ?? false, today: dayIn(authority.timeZone, earlierOf(now, rows[0]?.now ?? now)) };
}

/** All of an item read again: the store, every document of the list in Alfresco with its bytes, and what else lies in its folder. */
export async function lookAtItem(house: House, campaign: CampaignRow, item: ItemRow, mail: MailRow): Promise<ItemNow> {
  const { db } = house.store;
  const settings = await house.settings();
  const [begun, [facts], { granted, today }] = await Promise.all([intended(db, item), factsNow(house, campaign.id, [mail.id]), visaAndDay(house, campaign.id, item.line, settings)]);
  const [strangers, looked] = await Promise.all([strangersIn(house, mail, item.documents), Promise.all(item.documents.map((document) => lookAtNode(house, document, begun, facts, settings)))]);
  const left = facts && { ...facts, parts: facts.parts.filter(({ node }) => !looked.some((one) => one.part.node === node && one.now.ghosted && one.now.intended)) };
  const candidate = left && candidateOf(left, new Map(looked.map(({ part }) => [part.node, part])), settings);
  const judgement = candidate && judge(candidate, { until: earlierOf(today, campaign.until), minYears: usualElimination(settings.authority).minYears });
  return {
    today,
    granted,
    found: causeOf(judgement),
    listedDue: item.due,
    due: judgement?.due ?? null,
    describedAsListed: metadataDigest(mail) === item.metadata_sha512,
    strangers,
    nodes: looked.map(({ now }) => now),
  };
}

/** Bytes that differ stop the campaign, so they are told by the nodes themselves. */
const causeOf = (judgement: ReturnType<typeof judge> | undefined): EliminationCause | undefined => (!judgement ? 'goneFromAlfresco' : judgement.verdict === 'destroy' ? undefined : judgement.cause);

async function lookAtNode(house: House, { node, sha512 }: DocumentToDestroy, begun: ReadonlySet<string>, facts: CandidateFacts | undefined, { authority }: Settings): Promise<{ readonly now: NodeNow; readonly part: PartSeen }> {
  const { nodes, records } = house.repository;
  const was = begun.has(markOf('destroy', node));
  const found = await nodes.get(node).catch((error: unknown) => (hasCode(error, 'notFound') ? undefined : Promise.reject(error)));
  if (!found) return { now: { there: false, ghosted: false, intended: was, same: false, olderVersions: 0, visaByOthers: false }, part: { node, seen: 'gone' } };
  if (found.aspects.includes('rma:ghosted')) return { now: { there: true, ghosted: true, intended: was, same: true, olderVersions: 0, visaByOthers: false }, part: { node, seen: 'gone' } };
  const [next, digest, versions] = await Promise.all([records.nextAction(node), nodes.digest(node, 'sha512').catch((error: unknown) => (hasCode(error, 'notFound') ? '' : Promise.reject(error))), nodes.versions(node)]);
  const action = next === undefined ? undefined : next.action === 'retain' || next.action === 'destroy' ? next.action : 'other';
  return {
    now: { there: true, ghosted: false, intended: was, same: digest === sha512, olderVersions: Math.max(0, versions.length - 1), next: action, visaByOthers: visaStands(next) && !begun.has(markOf('visa', node)) },
    part: { node, seen: isFiled(found, facts) ? 'record' : 'changed', due: dueOf(found, next, facts?.record_row ?? undefined, authority.timeZone), frozen: found.aspects.includes('rma:frozen'), altered: false },
  };
}

/** A complete record that was cut off, where it was filed: in another category it would have another period and fate. */
const isFiled = ({ aspects, parentId }: RepoNode, facts: CandidateFacts | undefined): boolean => aspects.includes('rma:declaredRecord') && aspects.includes('rma:cutOff') && (!facts?.record_folder || parentId === facts.record_folder);

export const visaStands = (next: NextAction | undefined): boolean => next?.action === 'destroy' && next.events.some(({ name, complete }) => name === eventNames.visa && complete);

/** Once retention has ended there, its date is gone: it was the day of the cut-off and the row's years. */
function dueOf({ properties }: RepoNode, next: NextAction | undefined, row: ScheduleRow | undefined, timeZone: string): string | undefined {
  if (next?.action === 'retain') return next.asOf && dayIn(timeZone, new Date(next.asOf));
  const cutOff = properties['rma:cutOffDate'];
  return next?.action === 'destroy' && row && typeof cutOff === 'string' ? addMonths(dayIn(timeZone, new Date(cutOff)), 12 * row.years) : undefined;
}

const links = ['cm:link', 'app:filelink', 'app:folderlink'];

/** Documents in the mail's folder that nobody approved: they would be left there, or go unseen. */
export async function strangersIn(house: House, { node_id }: Pick<MailRow, 'node_id'>, listed: readonly DocumentToDestroy[]): Promise<number> {
  if (!node_id) return 0;
  const ours = new Set(listed.map(({ node }) => node));
  const below = async (id: string): Promise<number> => {
    let count = 0;
    for (let skip = 0, more = true; more; ) {
      const page = await house.repository.nodes.children(id, { skip, max: 200 });
      for (const child of page.nodes) count += child.isFolder ? await below(child.id) : ours.has(child.id) || links.includes(child.type) ? 0 : 1;
      skip += page.nodes.length;
      more = page.hasMore && page.nodes.length > 0;
    }
    return count;
  };
  return below(node_id);
}
