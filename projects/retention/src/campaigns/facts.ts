import { dayIn, withSortedOut, type Candidate, type MailState, type PartSeen, type RecordState, type ScheduleRow, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import { rowDrift } from '../schedule/index.js';

/** What the store knows of a mail that fell due, read at once; due days that were computed before are only compared with. */
export interface CandidateFacts {
  readonly id: string;
  readonly chrono: string | null;
  readonly service: string | null;
  readonly state: MailState;
  readonly node_id: string | null;
  readonly day: string | null;
  readonly document_date: string | null;
  readonly departure_date: string | null;
  readonly registered_at: Date | null;
  readonly closed_at: Date | null;
  readonly declared_trigger: string | null;
  readonly holds: number;
  readonly open_alerts: number;
  readonly gone: boolean;
  readonly eliminated: boolean;
  readonly held_in_alfresco: boolean;
  readonly in_affair: boolean;
  readonly affair_open: boolean;
  readonly affair_closed_on: string | null;
  readonly affair_trigger: string | null;
  /** Code of the row in force: of its affair where that has one. */
  readonly row_code: string | null;
  readonly row_drift: string | null;
  readonly record_state: RecordState | null;
  readonly record_row: ScheduleRow | null;
  readonly record_due: string | null;
  /** The folder of its category that it was filed in. */
  readonly record_folder: string | null;
  readonly record_conflict: string | null;
  readonly open_links: number;
  readonly personal_requests: number;
  readonly claimed_by: string | null;
  readonly documents_missing: number;
  readonly parts: readonly PartFacts[];
}

export interface PartFacts {
  readonly node: string;
  readonly document: string | null;
  readonly part: 'original' | 'searchable' | 'other';
  /** Sizes and digests (SHA-512) of bytes that the house knows of this node; none of what people added. */
  readonly sizes: readonly number[];
  readonly digests: readonly string[];
  readonly shared: boolean;
}

const known = sql`
  WITH k AS (
    SELECT p.node_id, array_remove(array_agg(DISTINCT b.size), NULL) AS sizes, array_remove(array_agg(DISTINCT b.sha512), NULL) AS digests
    FROM record_part p JOIN LATERAL (
      SELECT d.size::bigint AS size, d.sha512 FROM document d WHERE d.id = p.document_id AND p.part = 'original'
      UNION ALL SELECT d.searchable_size, d.searchable_sha512 FROM document d WHERE d.id = p.document_id AND p.part = 'searchable'
      UNION ALL SELECT v.size, v.sha512 FROM document_version v WHERE v.node_id = p.node_id
    ) b ON true
    WHERE p.mail_id IN (SELECT id FROM wanted) GROUP BY p.node_id)`;

/** Facts of these mails, in the order of their ids. */
export async function factsOf(db: Kysely<Database>, campaignId: string, ids: readonly string[]): Promise<readonly CandidateFacts[]> {
  if (!ids.length) return [];
  const { rows } = await sql<CandidateFacts>`
    WITH wanted AS (SELECT unnest(${[...ids]}::uuid[]) AS id), k AS (SELECT * FROM (${known} SELECT * FROM k) each)
    SELECT m.id, m.chrono, m.service, m.state, m.node_id,
      coalesce(m.document_date, m.received_at, m.departure_date)::text AS day,
      m.document_date::text, m.departure_date::text, m.registered_at, m.closed_at, m.declared_trigger::text,
      m.holds, m.open_alerts, m.gone_at IS NOT NULL AS gone, m.eliminated_at IS NOT NULL AS eliminated,
      EXISTS (SELECT FROM document d WHERE d.mail_id = m.id AND d.held_at IS NOT NULL) AS held_in_alfresco,
      a.id IS NOT NULL AS in_affair, coalesce(a.state = 'open', false) AS affair_open, a.closed_on::text AS affair_closed_on, a.declared_trigger::text AS affair_trigger,
      coalesce(a.schedule_row, m.schedule_row) AS row_code,
      (SELECT s.drift->0->>'code' FROM schedule_drift s WHERE s.entity_id = m.entity_id AND s.row_code = coalesce(r.row->>'code', a.schedule_row, m.schedule_row)) AS row_drift,
      r.state AS record_state, r.row AS record_row, r.due::text AS record_due, r.folder_id AS record_folder, coalesce(r.conflict->>'code', r.failure->>'code') AS record_conflict,
      (SELECT count(DISTINCT o.id)::int FROM mail o WHERE o.state NOT IN ('closed', 'noFollowUp', 'sent', 'voided', 'eliminated') AND o.id IN (
        SELECT to_id FROM mail_link WHERE from_id = m.id AND kind <> 'duplicateOf' UNION SELECT from_id FROM mail_link WHERE to_id = m.id AND kind <> 'duplicateOf'
        UNION SELECT m.answer_of WHERE m.answer_of IS NOT NULL UNION SELECT id FROM mail WHERE answer_of = m.id)) AS open_links,
      (SELECT count(*)::int FROM hold_mail hm JOIN hold h ON h.id = hm.hold_id WHERE hm.mail_id = m.id AND hm.released_at IS NULL AND h.released_at IS NULL AND h.kind = 'restriction') AS personal_requests,
      (SELECT c.chrono FROM campaign_claim cc JOIN campaign c ON c.id = cc.campaign_id WHERE cc.subject_kind = 'mail' AND cc.subject_id = m.id::text AND cc.campaign_id <> ${campaignId}) AS claimed_by,
      (SELECT count(*)::int FROM document d, LATERAL (VALUES (d.node_id, true), (d.searchable_node_id, d.searchable_sha512 IS NOT NULL)) n(node, due) WHERE d.mail_id = m.id AND n.due AND NOT EXISTS (SELECT FROM record_part p WHERE p.node_id = n.node AND p.mail_id = m.id)) AS documents_missing,
      coalesce((SELECT jsonb_agg(jsonb_build_object('node', p.node_id, 'document', p.document_id, 'part', p.part, 'sizes', coalesce(to_jsonb(k.sizes), '[]'), 'digests', coalesce(to_jsonb(k.digests), '[]'),
        'shared', EXISTS (SELECT FROM document d WHERE d.mail_id <> m.id AND (d.node_id = p.node_id OR d.searchable_node_id = p.node_id))) ORDER BY p.node_id)
        FROM record_part p LEFT JOIN k ON k.node_id = p.node_id WHERE p.mail_id = m.id), '[]') AS parts
    FROM mail m JOIN wanted w ON w.id = m.id LEFT JOIN affair a ON a.id = m.affair_id LEFT JOIN mail_record r ON r.mail_id = m.id
    ORDER BY m.id`.execute(db);
  return rows;
}

/** The same, with each row that was last seen to differ from its category looked at again: an administrator may have settled it. */
export async function factsNow(house: House, campaignId: string, ids: readonly string[]): Promise<readonly CandidateFacts[]> {
  const facts = await factsOf(house.store.db, campaignId, ids);
  const codeOf = ({ record_row, row_code }: CandidateFacts): string => record_row?.code ?? row_code ?? '';
  const drifted = new Map<string, string | null>();
  for (const code of new Set(facts.filter(({ row_drift }) => row_drift).map(codeOf))) drifted.set(code, (await rowDrift(house, code))[0]?.code ?? null);
  return facts.map((mail) => (drifted.has(codeOf(mail)) ? { ...mail, row_drift: drifted.get(codeOf(mail)) ?? null } : mail));
}

/** What `judge` is asked, of the store's facts and of what AGS answered of each part. */
export function candidateOf(facts: CandidateFacts, seen: ReadonlyMap<string, PartSeen>, { authority, schedule }: Pick<Settings, 'authority' | 'schedule'>): Candidate {
  const dayOf = (at: Date | null): string | undefined => (at ? dayIn(authority.timeZone, at) : undefined);
  return {
    state: facts.state,
    eliminated: facts.eliminated,
    days: {
      documentDate: facts.document_date ?? facts.departure_date ?? undefined,
      registeredOn: dayOf(facts.registered_at),
      closedOn: dayOf(facts.closed_at) ?? facts.departure_date ?? undefined,
      declaredTrigger: facts.declared_trigger ?? undefined,
      fiscalYearEnd: authority.fiscalYearEnd,
    },
    ...(facts.in_affair ? { file: { closedOn: facts.affair_closed_on ?? undefined, declaredTrigger: facts.affair_trigger ?? undefined } } : {}),
    affairOpen: facts.affair_open,
    openLinks: facts.open_links,
    holds: facts.holds,
    personalRequests: facts.personal_requests,
    alerts: facts.open_alerts,
    goneFromAlfresco: facts.gone,
    heldInAlfresco: facts.held_in_alfresco,
    claimedBy: facts.claimed_by ?? undefined,
    inForce: withSortedOut(schedule.rows).find(({ code }) => code === (facts.record_row?.code ?? facts.row_code)),
    ...(facts.row_drift ? { rowDrift: facts.row_drift } : {}),
    record: facts.record_state && facts.record_row ? { state: facts.record_state, row: facts.record_row, due: facts.record_due ?? undefined, conflict: facts.record_conflict ?? undefined } : undefined,
    partsMissing: facts.documents_missing,
    parts: facts.parts.map((part) => ({ ...(seen.get(part.node) ?? { node: part.node, seen: 'unreadable' as const }), shared: part.shared })),
  };
}
