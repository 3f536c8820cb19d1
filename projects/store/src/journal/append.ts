import { randomBytes } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { canonicalJson } from '../json.js';
import type { Database } from '../schema/database.js';
import type { JournalPrivateTable, JournalTable } from '../schema/foundation.js';
import type { Context, JournalDraft, Told } from '../transaction.js';
import { digestPersonal, hashBody, type JournalBody } from './entry.js';

interface Link {
  readonly row: Insertable<JournalTable>;
  readonly personal?: Insertable<JournalPrivateTable>;
}

/** Appends at the chain's end and keeps its lock until the transaction ends; nothing that may wait should follow. */
export async function appendEntries(trx: Transaction<Database>, works: readonly Told[]): Promise<void> {
  const all = works.flatMap(({ context, drafts }) => drafts.map((draft) => ({ context, draft })));
  if (all.length === 0) return;
  let { seq, hash } = await trx.selectFrom('journal_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  const now = new Date();
  const links: Link[] = [];
  for (const { context, draft } of all) {
    const link = makeLink(context, draft, ++seq, hash, now);
    hash = link.row.hash;
    links.push(link);
  }
  const personal = links.flatMap((link) => link.personal ?? []);
  const rows = links.map((link) => link.row);
  const headed = trx.with('head', (qb) => qb.updateTable('journal_head').set({ seq, hash }));
  if (!personal.length) await headed.insertInto('journal').values(rows).execute();
  else await headed.with('personal', (qb) => qb.insertInto('journal_private').values(personal)).insertInto('journal').values(rows).execute();
}

function makeLink(context: Context, draft: JournalDraft, seq: number, previous: Buffer, now: Date): Link {
  const at = draft.at ?? now;
  const salt = draft.personal && randomBytes(32);
  const privateDigest = draft.personal && salt && digestPersonal(salt, draft.personal);
  const content: JournalBody = {
    seq,
    at: at.toISOString(),
    type: draft.type,
    entity: context.entityId,
    subject: { kind: draft.subjectKind, id: draft.subjectId },
    actor: context.actor,
    onBehalfOf: context.onBehalfOf,
    correlationId: context.correlationId,
    data: draft.data ?? {},
    privateDigest: privateDigest?.toString('hex'),
  };
  const body = canonicalJson(content);
  return {
    row: {
      seq,
      entity_id: content.entity,
      at,
      type: content.type,
      subject_kind: content.subject.kind,
      subject_id: content.subject.id,
      actor: content.actor,
      on_behalf_of: context.onBehalfOf ?? null,
      correlation_id: context.correlationId ?? null,
      body,
      private_digest: privateDigest ?? null,
      prev_hash: previous,
      hash: hashBody(previous, body),
    },
    personal: salt && { seq, data: canonicalJson(draft.personal ?? {}), salt },
  };
}
