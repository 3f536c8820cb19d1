import { findLibrary } from '@bannette/alfresco';
import { trayDifferences, verifyJournal } from '@bannette/store';
import { sql } from 'kysely';
import type { TestHouse } from '../testing/index.js';
import { repositoryFindings } from './repository-findings.js';

/** A letter that was sent in and must never be lost, and how far it has come. */
export interface SentLetter {
  readonly sha512: string;
  stage: 'captured' | 'distributed' | 'answered';
  mailId?: string;
}

const kindsAt = {
  captured: ['mail.captured'],
  distributed: ['mail.captured', 'mail.registered', 'mail.distributed', 'mail.stored'],
  answered: ['mail.captured', 'mail.registered', 'mail.distributed', 'mail.stored', 'mail.answered', 'mail.closed'],
} as const;

/** All that is lost, doubled, torn or left over; nothing when the house is whole. */
export async function findings(house: TestHouse, letters: readonly SentLetter[]): Promise<string[]> {
  const libraryId = await findLibrary(house.administrator);
  if (!libraryId) return ['the mail library is gone'];
  const found = await Promise.all([lettersLost(house, letters), registersTorn(house), journalTorn(house, letters), traysMiscounted(house), workLeft(house), spoolLeft(house), repositoryFindings(house, libraryId)]);
  return found.flat();
}

async function lettersLost({ store: { db } }: TestHouse, letters: readonly SentLetter[]): Promise<string[]> {
  const found: string[] = [];
  const answered = letters.filter(({ stage }) => stage === 'answered').length;
  const counts = await sql<{ deposits: number; files: number; incoming: number; outgoing: number; documents: number }>`
    select (select count(*) from deposit) as deposits, (select count(*) from deposit_file) as files, (select count(*) from document) as documents,
      (select count(*) from mail where category = 'incoming') as incoming, (select count(*) from mail where category = 'outgoing') as outgoing`.execute(db);
  const wanted = { deposits: letters.length, files: letters.length, incoming: letters.length, outgoing: answered, documents: letters.length + answered };
  for (const [what, number] of Object.entries(wanted)) if (counts.rows[0]?.[what as keyof typeof wanted] !== number) found.push(`${what}: ${counts.rows[0]?.[what as keyof typeof wanted]} instead of ${number}`);
  for (const { sha512 } of letters) {
    const documents = await db.selectFrom('document').select('mail_id').where('sha512', '=', sha512).execute();
    if (documents.length !== 1) found.push(`letter ${sha512.slice(0, 8)} is held ${documents.length} times`);
  }
  return found;
}

async function registersTorn({ store: { db } }: TestHouse): Promise<string[]> {
  const { rows } = await sql<{ register: string; numbers: number[]; last: number }>`
    select register, year, array_agg(number::int8 order by number) as numbers, (select last from counter c where c.register = mail.register and c.year = mail.year) as last
    from mail where number is not null group by register, year`.execute(db);
  return rows.filter(({ numbers, last }) => numbers.some((number, index) => number !== index + 1) || last !== numbers.length).map(({ register, numbers, last }) => `register ${register} has ${numbers.join(', ')} and stands at ${last}`);
}

async function journalTorn({ store: { db }, databaseUrl }: TestHouse, letters: readonly SentLetter[]): Promise<string[]> {
  const report = await verifyJournal(databaseUrl);
  const found = report.intact ? [] : [`the journal breaks at ${JSON.stringify(report.firstBreak)}`];
  const { rows: doubled } = await sql<{ type: string; n: number }>`select type, count(*) as n from journal where subject_kind in ('mail', 'deposit') group by type, subject_id having count(*) > 1`.execute(db);
  found.push(...doubled.map(({ type, n }) => `${type} stands ${n} times in one journal`));
  for (const { mailId, stage, sha512 } of letters) {
    const kinds = (await db.selectFrom('journal').select('type').where('subject_id', '=', mailId ?? '').orderBy('seq').execute()).map(({ type }) => type);
    const missing = kindsAt[stage].filter((kind) => !kinds.includes(kind));
    if (missing.length) found.push(`letter ${sha512.slice(0, 8)}, ${stage}, lacks ${missing.join(', ')} in its journal`);
  }
  return found;
}

async function traysMiscounted({ store: { db } }: TestHouse): Promise<string[]> {
  const differences = await trayDifferences(db);
  return differences.map(({ who, kept, counted }) => `${who.join(' ')} says ${kept} and has ${counted}`);
}

async function workLeft({ store: { db } }: TestHouse): Promise<string[]> {
  const { rows: jobs } = await sql<{ task: string; error: string }>`select task_identifier as task, coalesce(last_error, '') as error from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`.execute(db);
  const failures = await db.selectFrom('consumer_failure').select(['name', 'error']).execute();
  return [...jobs.map(({ task, error }) => `job ${task} failed for good: ${error}`), ...failures.map(({ name, error }) => `${name} put an entry aside: ${error}`)];
}

/** What Alfresco holds must have left the spool; what a row still points to must be there. */
async function spoolLeft(house: TestHouse): Promise<string[]> {
  const { db } = house.store;
  const kept = new Set(await house.spooled());
  const { rows } = await sql<{ key: string; stored: boolean }>`
    select f.spool_key as key, coalesce(d.stored_at is not null, false) as stored from deposit_file f left join document d on d.mail_id = f.mail_id and d.position = f.position
    union all select spool_key, false from document where spool_key is not null`.execute(db);
  return rows.filter(({ key, stored }) => kept.has(key) === stored).map(({ key, stored }) => (stored ? `${key} is still in the spool though Alfresco holds it` : `${key} is not in the spool and not in Alfresco`));
}
