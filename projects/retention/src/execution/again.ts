import { hasCode } from '@bannette/alfresco';
import { enqueueMirror, heldMails, lockMail } from '@bannette/house';
import { scrubMail, withAdvisoryLock } from '@bannette/store';
import { destroyRegisterDay } from '../series/index.js';
import { destroyNode } from './destroy-node.js';
import { eliminationOf } from './destroy-mail.js';
import { bySystem, type Destroyer } from './execution.js';
import { Halt, Kept } from './halt.js';
import { isAsWritten, readLedger, type LedgerLine } from './ledger.js';
import { listIn, sha512Of } from './list.js';
import { codeOf, stepsOf, type ItemRow } from './steps.js';

export interface AgainReport {
  /** Eliminations that ledger and database tell of. */
  readonly looked: number;
  /** What a restored database had brought back, and what a restored Alfresco had. */
  readonly scrubbed: readonly string[];
  readonly destroyed: readonly string[];
  /** What a person has to look at, and why. */
  readonly unsettled: readonly { readonly name: string; readonly code: string }[];
}

/**
 * Applies every elimination again that a restored backup has undone: in Alfresco under its original visa, in the database
 * by erasing anew. What is as it should be is left; run again, nothing is left to do.
 *
 * @param apply false: only tells what would be done
 * @param lists manifests that a person has and answers for, of campaigns that no backup has: what is in none of them is not applied
 */
export async function eliminateAgain(execution: Destroyer, { apply, lists = [] }: { readonly apply: boolean; readonly lists?: readonly Buffer[] }): Promise<AgainReport> {
  const report = { looked: 0, scrubbed: [] as string[], destroyed: [] as string[], unsettled: [] as { name: string; code: string }[] };
  for await (const line of allLines(execution)) {
    report.looked++;
    const name = line.chrono ?? line.id;
    try {
      await requireUnaltered(execution, line, lists);
      if (line.kind === 'register') {
        if (await registerAgain(execution, line, apply)) report.scrubbed.push(name);
        continue;
      }
      await withAdvisoryLock(execution.house.store, `mail:${line.id}`, async () => {
        if (await nodesAgain(execution, line, apply)) report.destroyed.push(name);
        if (await rowAgain(execution, line, apply)) report.scrubbed.push(name);
      });
    } catch (error) {
      report.unsettled.push({ name, code: error instanceof Halt || error instanceof Kept ? error.code : codeOf(error) });
    }
  }
  return report;
}

/** The ledger's, then what the database alone knows: the folder of the ledger may have been lost, too. */
async function* allLines({ house, ledger }: Destroyer): AsyncGenerator<LedgerLine> {
  const seen = new Set<string>();
  for await (const line of readLedger(ledger)) {
    if (line.entity !== house.entityId) continue;
    seen.add(`${line.kind} ${line.id}`);
    yield line;
  }
  const rows = await house.store.db.selectFrom('elimination').selectAll().where('entity_id', '=', house.entityId).execute();
  for (const row of rows) {
    if (seen.has(`${row.subject_kind} ${row.subject_id}`)) continue;
    yield { kind: row.subject_kind, id: row.subject_id, entity: row.entity_id, chrono: row.chrono, campaign: row.campaign_id, campaignChrono: row.campaign_chrono, row: row.row, year: row.year, due: row.due, nodes: row.nodes, manifest: row.manifest_sha512, visa: { by: '', on: '', reference: row.visa_reference }, at: row.destroyed_at.toISOString(), backupsUntil: row.backups_until };
  }
}

/**
 * The line is what was eliminated: as the database has it or, where a backup lost that, as the list of its campaign has it,
 * as far as the backup has that. Of a campaign that no backup has, nothing but the folder itself speaks for the line, and
 * whoever can write there could have written it: it has to be in the list itself, which a person brings. @throws Halt
 */
async function requireUnaltered({ house }: Destroyer, line: LedgerLine, lists: readonly Buffer[]): Promise<void> {
  const { db } = house.store;
  const row = await db.selectFrom('elimination').selectAll().where('subject_kind', '=', line.kind).where('subject_id', '=', line.id).executeTakeFirst();
  const kept = row ? undefined : await db.selectFrom('campaign_file').select('bytes').where('campaign_id', '=', line.campaign).where('kind', '=', 'manifest').executeTakeFirst();
  const manifest = kept?.bytes ?? lists.find((bytes) => sha512Of(bytes) === line.manifest);
  if (!row && !manifest) throw new Halt('ledgerUnverified', { chrono: line.chrono ?? line.id });
  const listed = manifest && [...listIn(manifest, line.manifest).values()].find(({ kind, id }) => kind === line.kind && id === line.id);
  const nodes = ({ documents }: { readonly documents: LedgerLine['nodes'] }): string => documents.map(({ node, sha512 }) => `${node} ${sha512}`).sort().join();
  const altered = row ? !isAsWritten(line, row) : manifest && (!listed || nodes(listed) !== nodes({ documents: line.nodes }));
  if (altered) throw new Halt('ledgerAltered', { chrono: line.chrono ?? line.id });
  if (line.kind === 'mail' && (await heldMails(db, [line.id])).has(line.id)) throw new Kept('held');
}

/** Documents that are there again with the bytes that were destroyed; others are none of what the visa was for. @throws Kept, Halt */
async function nodesAgain(execution: Destroyer, line: LedgerLine, apply: boolean): Promise<boolean> {
  const { house } = execution;
  const { nodes } = house.repository;
  let any = false;
  for (const document of line.nodes) {
    const found = await nodes.get(document.node).catch((error: unknown) => (hasCode(error, 'notFound') ? undefined : Promise.reject(error)));
    if (!found || found.aspects.includes('rma:ghosted')) continue;
    if ((await nodes.digest(document.node, 'sha512')) !== document.sha512) throw new Halt('contentAltered', { chrono: line.chrono ?? line.id });
    if (!found.aspects.includes('rma:declaredRecord')) throw new Kept('notDeclared');
    any = true;
    const item = { campaign_id: line.campaign, subject_kind: 'mail', subject_id: line.id, mail_id: line.id } as ItemRow;
    if (!apply) continue;
    const steps = stepsOf(house, item);
    const next = (await house.repository.records.nextAction(document.node))?.action === 'retain' ? 'retain' : undefined;
    await destroyNode(execution, item, steps, document, { ghosted: false, next }, { chrono: line.chrono ?? line.id }).finally(() => steps.written());
  }
  return any;
}

async function rowAgain({ house }: Destroyer, line: LedgerLine, apply: boolean): Promise<boolean> {
  const { db } = house.store;
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', line.id).executeTakeFirst();
  const known = await db.selectFrom('elimination').select('subject_id').where('subject_kind', '=', 'mail').where('subject_id', '=', line.id).executeTakeFirst();
  const told = mail?.node_id ? await house.repository.nodes.get(mail.node_id).catch((error: unknown) => (hasCode(error, 'notFound') ? undefined : Promise.reject(error))) : undefined;
  const telling = told !== undefined && told.properties['gec:status'] !== 'eliminated';
  if (known && (!mail || mail.state === 'eliminated') && !telling) return false;
  if (!apply) return true;
  await house.store.transaction(bySystem(house), async (tx) => {
    const locked = await lockMail(tx, line.id);
    if (locked) await scrubMail(tx, line.id, new Date(line.at));
    await tx.trx.updateTable('mail_record').set({ state: 'destroyed' }).where('mail_id', '=', line.id).execute();
    await tx.trx.updateTable('record_part').set({ state: 'destroyed' }).where('mail_id', '=', line.id).execute();
    await tx.trx.insertInto('elimination').values(eliminationOf(line)).onConflict((conflict) => conflict.doNothing()).execute();
    tx.append({ type: 'campaign.itemDestroyed', subjectKind: 'mail', subjectId: line.id, data: { campaign: line.campaign, chrono: line.campaignChrono, visa: line.visa.reference, documents: line.nodes.length, again: true } });
    if (locked?.node_name) await enqueueMirror(tx, line.id);
  });
  return true;
}

async function registerAgain({ house }: Destroyer, line: LedgerLine, apply: boolean): Promise<boolean> {
  const back = await house.store.db.selectFrom('register_file').select('kind').where('entity_id', '=', house.entityId).where('day', '=', line.id).execute();
  if (!back.length) return false;
  if (!apply) return true;
  await house.store.transaction(bySystem(house), async (tx) => {
    await tx.trx.insertInto('elimination').values(eliminationOf(line)).onConflict((conflict) => conflict.doNothing()).execute();
    await destroyRegisterDay(tx, line.id);
    tx.append({ type: 'campaign.itemDestroyed', subjectKind: 'register', subjectId: line.id, data: { campaign: line.campaign, chrono: line.campaignChrono, visa: line.visa.reference, again: true } });
  });
  return true;
}
