import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';

import { verifyRegisters, type FoundDay, type RegisterFinding } from './verify.js';

/** A daily register as its rows keep it. */
export interface StoredDay {
  readonly day: string;
  readonly csv?: Buffer;
  readonly pdf?: Buffer;
  readonly eliminated?: FoundDay['eliminated'];
}

/** Days that are closed, one after another, so that years need the memory of a day. */
export async function* storedDays(db: Kysely<Database>, entityId: string, from = '0001-01-01', to = '9999-12-31'): AsyncGenerator<StoredDay> {
  const days = await db
    .selectFrom('register_day as d')
    .leftJoin('elimination as e', (join) => join.onRef('e.entity_id', '=', 'd.entity_id').on('e.subject_kind', '=', 'register').on(sql<SqlBool>`e.subject_id = to_char(d.day, 'YYYY-MM-DD')`))
    .select(['d.day', 'd.position', 'd.hash', 'd.prev_hash', 'e.visa_reference'])
    .where('d.entity_id', '=', entityId)
    .where('d.day', '>=', from)
    .where('d.day', '<=', to)
    .orderBy('d.day')
    .execute();
  for (const { day, position, hash, prev_hash, visa_reference: visa } of days) {
    const files = await db.selectFrom('register_file').select(['kind', 'bytes']).where('entity_id', '=', entityId).where('day', '=', day).execute();
    yield { day, csv: files.find(({ kind }) => kind === 'csv')?.bytes, pdf: files.find(({ kind }) => kind === 'pdf')?.bytes, ...(visa === null ? {} : { eliminated: { visa, position, hash: hash.toString('hex'), previous: prev_hash.toString('hex') } }) };
  }
}

/** Verifies what the database keeps against the journal, which is a chain of its own: a row changed behind our back is told there. */
export async function verifyStored(db: Kysely<Database>, entityId: string): Promise<{ readonly days: number; readonly findings: readonly RegisterFinding[] }> {
  const entries = await db.selectFrom('journal').select(['subject_id', 'data']).where('entity_id', '=', entityId).where('subject_kind', '=', 'register').where('type', '=', 'register.closed').orderBy('seq').execute();
  const known = new Map(entries.map(({ subject_id, data }) => [subject_id, data as { readonly hash: string; readonly pdf: string; readonly certificate?: string }]));
  const lost: RegisterFinding[] = [];
  let days = 0;
  async function* found(): AsyncGenerator<FoundDay> {
    for await (const { day, csv, pdf, eliminated } of storedDays(db, entityId)) {
      const told = known.get(day);
      if (!told) lost.push({ code: 'notChained', day });
      days++;
      yield { name: day, csv, pdf, ...(eliminated ? { eliminated } : {}), known: told && { hash: told.hash, pdf: told.pdf, ...(told.certificate ? { certificate: told.certificate } : {}) } };
    }
  }
  const until = entries.at(-1)?.subject_id;
  const findings = await verifyRegisters(found(), { fromFirst: true, ...(until ? { until } : {}) });
  return { days, findings: [...lost, ...findings] };
}

/** Name of a day's file, wherever it is written. */
export const fileName = (day: string, kind: 'csv' | 'pdf'): string => `registre-${day}.${kind}`;
