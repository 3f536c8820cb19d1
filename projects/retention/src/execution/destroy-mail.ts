import { addDays, dayIn, judgeItem, usualElimination, type NodeNow } from '@bannette/domain';
import { enqueueMirror, heldMails, lockMail, type MailRow } from '@bannette/house';
import { scrubMail, spooledOf, withAdvisoryLock } from '@bannette/store';
import type { CampaignRow } from '../campaigns/act.js';
import { bySystem, type Destroyer } from './execution.js';
import { destroyNode } from './destroy-node.js';
import { Halt, Kept } from './halt.js';
import { writeLedger, type LedgerLine } from './ledger.js';
import { lookAtItem, strangersIn } from './look.js';
import { stepsOf, type ItemRow, type Steps } from './steps.js';
import { undoVisa } from './undo-visa.js';

/**
 * Eliminates one mail of a visaed list, under the lock that its mirror takes: everything is checked again, then its
 * documents are destroyed one after the other, its bytes leave the spool, it is written into the ledger, and every word of
 * persons goes in the transaction that says that it was eliminated. Done again after a crash it goes on where it was.
 *
 * @throws Kept when it stays, Halt when the whole campaign has to stop
 */
export async function destroyMail(execution: Destroyer, campaign: CampaignRow, item: ItemRow): Promise<void> {
  const { house } = execution;
  const mailId = item.mail_id ?? item.subject_id;
  await withAdvisoryLock(house.store, `mail:${mailId}`, async (lost) => {
    const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirst();
    if (!mail) throw new Kept('goneFromAlfresco');
    const steps = stepsOf(house, item);
    try {
      await destroyUnderLock(execution, campaign, item, mail, steps, lost);
    } finally {
      await steps.written().catch(() => undefined);
    }
  });
}

async function destroyUnderLock(execution: Destroyer, campaign: CampaignRow, item: ItemRow, mail: MailRow, steps: Steps, lost: AbortSignal): Promise<void> {
  const { house } = execution;
  const params = { chrono: mail.chrono ?? mail.id };
  const looked = await requireGoing(execution, campaign, item, mail, steps, params);
  for (const [index, document] of item.documents.entries()) {
    lost.throwIfAborted();
    await destroyNode(execution, item, steps, document, looked[index] ?? { ghosted: false }, params).catch((error: unknown) => (error instanceof Kept ? leave(execution, item, steps, error, params) : Promise.reject(error)));
  }
  if (await strangersIn(house, mail, item.documents)) throw new Halt('bytesRemain', { ...params, what: 'folder' });
  lost.throwIfAborted();
  await steps.run('spool', null, async () => {
    for (const key of await spooledOf({ trx: house.store.db as never }, mail.id)) await house.spool.remove(key);
  });
  await bury(execution, campaign, item, mail, steps);
}

/** It is kept after all: a visa that AGS was told of is taken back. Where a part of it is gone, a person has to look. @throws Kept, Halt */
async function leave({ house }: Destroyer, item: ItemRow, steps: Steps, kept: Kept, params: { readonly chrono: string }): Promise<never> {
  for (const { node } of item.documents) {
    if ((await undoVisa(house, steps, node)) === 'gone') throw new Halt('partlyDestroyed', { ...params, because: kept.code });
  }
  throw kept;
}

async function requireGoing({ house }: Destroyer, campaign: CampaignRow, item: ItemRow, mail: MailRow, steps: Steps, params: { readonly chrono: string }): Promise<readonly NodeNow[]> {
  const now = await lookAtItem(house, campaign, item, mail);
  const verdict = judgeItem(now);
  steps.note('check', verdict.do === 'destroy' ? 'done' : 'failed', verdict.do === 'destroy' ? {} : { verdict: verdict.do, cause: verdict.cause });
  if (verdict.do === 'keep') throw new Kept(verdict.cause);
  if (verdict.do === 'stop') throw new Halt(verdict.cause, { ...params, ...(verdict.because ? { because: verdict.because } : {}) });
  return now.nodes;
}

/** The ledger first, which is outside of the database: what it says was destroyed, whatever a restored backup says later. */
async function bury({ house, ledger }: Destroyer, campaign: CampaignRow, item: ItemRow, mail: MailRow, steps: Steps): Promise<void> {
  const line = await lineOf({ house }, campaign, item, mail);
  await steps.run('ledger', null, () => writeLedger(ledger, line));
  await steps.run('scrub', null, (done) =>
    house.store.transaction(bySystem(house), async (tx) => {
      const locked = await lockMail(tx, mail.id);
      if (!locked || locked.state === 'eliminated') return;
      if ((await heldMails(tx.trx, [mail.id])).has(mail.id)) throw new Halt('partlyDestroyed', { chrono: mail.chrono ?? mail.id, because: 'held' });
      await scrubMail(tx, mail.id, new Date(line.at));
      await tx.trx.updateTable('record_part').set({ state: 'destroyed' }).where('mail_id', '=', mail.id).execute();
      await tx.trx.updateTable('mail_record').set({ state: 'destroyed' }).where('mail_id', '=', mail.id).execute();
      await tx.trx.insertInto('elimination').values(eliminationOf(line)).onConflict((known) => known.doNothing()).execute();
      await tx.trx.updateTable('campaign_item').set({ state: 'destroyed', destroyed_at: new Date(line.at), failure: null }).where('campaign_id', '=', campaign.id).where('subject_kind', '=', 'mail').where('subject_id', '=', item.subject_id).execute();
      tx.append({ type: 'campaign.itemDestroyed', subjectKind: 'mail', subjectId: mail.id, data: { campaign: campaign.id, chrono: campaign.chrono, visa: line.visa.reference, documents: line.nodes.length } });
      if (locked.node_name) await enqueueMirror(tx, mail.id);
      await done(tx.trx);
    }));
}

export async function lineOf({ house }: Pick<Destroyer, 'house'>, campaign: CampaignRow, item: ItemRow, mail?: MailRow): Promise<LedgerLine> {
  const { authority } = await house.settings();
  const at = house.now();
  return {
    kind: item.subject_kind,
    id: item.subject_id,
    entity: house.entityId,
    chrono: mail?.chrono ?? null,
    ...(mail?.node_id ? { folder: mail.node_id } : {}),
    campaign: campaign.id,
    campaignChrono: campaign.chrono,
    row: item.row ?? '',
    year: item.year,
    due: item.due ?? campaign.until,
    nodes: item.documents,
    manifest: campaign.manifest_sha512 ?? '',
    visa: { by: campaign.visa_by ?? '', on: campaign.visa_on ?? '', reference: campaign.visa_reference ?? '' },
    at: at.toISOString(),
    backupsUntil: addDays(dayIn(authority.timeZone, at), usualElimination(authority).backupDays),
  };
}

export const eliminationOf = (line: LedgerLine) => ({
  subject_kind: line.kind,
  subject_id: line.id,
  entity_id: line.entity,
  campaign_id: line.campaign,
  campaign_chrono: line.campaignChrono,
  chrono: line.chrono,
  row: line.row,
  year: line.year,
  due: line.due,
  nodes: JSON.stringify(line.nodes),
  manifest_sha512: line.manifest,
  visa_reference: line.visa.reference,
  destroyed_at: new Date(line.at),
  backups_until: line.backupsUntil,
});
