import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail } from '@bannette/http';
import { sql } from 'kysely';
import { until, type Answer, type Client, type Killable, type TestHouse, type TestLetter } from '../testing/index.js';
import type { SentLetter } from './findings.js';

export const phases = ['counter', 'folder', 'qualification', 'answer'] as const;
export type Phase = (typeof phases)[number];

export interface Walker {
  readonly house: TestHouse;
  readonly bannette: Killable;
  readonly operator: Client;
  readonly secretary: Client;
}

/** Asks until there is an answer, as a person does who sees that nothing came of it. */
async function insist<T>(walker: Walker, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return until('there is an answer', async () => {
    await walker.bannette.open();
    const answer = await ask().catch(() => undefined);
    return answer && answer.status < 500 && answer;
  });
}

/** Done now, or refused because it had been done before the answer was lost. */
function requireDone({ status, body }: Answer, codes: readonly string[]): void {
  const { code } = (body ?? {}) as { code?: string };
  if (status >= 300 && !(status === 409 && codes.includes(code ?? ''))) throw new Error(`${status} ${JSON.stringify(body)}`);
}

export async function deposit(walker: Walker, { name, bytes, sha512 }: TestLetter, by: 'counter' | 'folder'): Promise<SentLetter> {
  if (by === 'folder') {
    const path = join(walker.house.scansDir, name);
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  } else requireDone(await insist(walker, () => walker.operator.deposit([{ name, bytes, sha512 }], {}, name)), []);
  const mail = await until(`letter ${name} is a mail`, () => walker.house.store.db.selectFrom('document').innerJoin('mail', 'mail.id', 'mail_id').select('mail.id').where('sha512', '=', sha512).executeTakeFirst());
  await settled(walker);
  return { sha512, stage: 'captured', mailId: mail.id };
}

export async function qualify(walker: Walker, letter: SentLetter): Promise<void> {
  const body = { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'ROUTES', receivedAt: '2026-01-05', revision: 1 };
  requireDone(await insist(walker, () => walker.operator.call('POST', `/mails/${letter.mailId}/qualify`, body)), ['notInState', 'stale']);
  await mirrored(walker, letter, 'distributed');
  letter.stage = 'distributed';
}

export async function answer(walker: Walker, letter: SentLetter): Promise<void> {
  const seen = await insist(walker, () => walker.secretary.call<Mail>('GET', `/mails/${letter.mailId}`));
  const body = { template: 'ACCUSE_RECEPTION', subject: 'Accusé de réception', body: 'Nous avons reçu votre courrier.', departureDate: '2026-01-06', channel: 'post', closes: true, revision: seen.body.revision };
  requireDone(await insist(walker, () => walker.secretary.call('POST', `/mails/${letter.mailId}/answers`, body)), ['notInState', 'stale']);
  await mirrored(walker, letter, 'closed');
  letter.stage = 'answered';
}

async function mirrored(walker: Walker, { mailId = '' }: SentLetter, state: 'distributed' | 'closed'): Promise<void> {
  const { db } = walker.house.store;
  await until(`mail ${mailId} is ${state} in Alfresco, and what hangs on it`, async () => {
    const rows = await db.selectFrom('mail').select(['id', 'state', 'category', 'desired_version', 'applied_version', 'retention_due']).where((eb) => eb.or([eb('id', '=', mailId), eb('answer_of', '=', mailId)])).execute();
    const retained = state === 'distributed' || rows.every(({ retention_due }) => retention_due !== null);
    return retained && rows.find(({ id }) => id === mailId)?.state === state && rows.every(({ desired_version, applied_version }) => applied_version === desired_version);
  });
  await settled(walker);
}

/** Waits until it answers and nothing is left to do but the daily look at the installation. */
export async function settled({ house, bannette }: Walker): Promise<void> {
  await bannette.quiet();
  await until('no work is left', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int8 as n from graphile_worker.jobs where (attempts < max_attempts or locked_at is not null) and task_identifier <> 'doctor.examine'`.execute(house.store.db);
    return rows[0]?.n === 0;
  });
  await bannette.quiet();
}
