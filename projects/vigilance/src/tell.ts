import { changeMail, lockMail, type House, type MailPatch } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { endAlerts, raiseAlert } from './alert.js';
import type { Finding } from './finding.js';

/** Name of the job that makes a document's node again what the house had made of it. */
export const mendTask = 'vigilance.mend';

/**
 * Writes a finding down: an entry in the mail's history, its alert, its row, and the work that puts Alfresco right again.
 * The mail is mirrored once more with every change, so what the store leads is led by it again.
 *
 * @returns whether it was news
 */
export async function tellFinding(house: House, tx: Tx, mailId: string, finding: Finding): Promise<boolean> {
  const mail = await lockMail(tx, mailId);
  if (!mail || (await isKnownHold(tx, finding))) return false;
  const told = finding.alert ? await raiseAlert(tx, mailId, finding, house.now()) : true;
  if (!told) return false;
  const ended = await endAlerts(tx, finding.nodeId, finding.ends ?? [], finding.type, house.now());
  if (finding.onlyIfEnds && !ended) return false;
  await markDocument(tx, finding);
  const { type, data, personal } = finding;
  await changeMail(tx, mail, { set: patchOf(finding), entry: { type: `alfresco.${type}`, data: { ...data, ...(finding.documentId ? { document: finding.documentId } : {}) }, ...(personal ? { personal } : {}) } });
  if (finding.mend && finding.documentId) await tx.enqueue(mendTask, { mailId, documentId: finding.documentId }, { key: `${mendTask}:${finding.documentId}` });
  return true;
}

/** What the house itself held or let go was noted when it did so; of an archive copy, its original tells. */
async function isKnownHold(tx: Tx, { type, documentId, data }: Finding): Promise<boolean> {
  if (!documentId || (type !== 'held' && type !== 'released')) return false;
  if (type === 'released' && data['part'] !== 'original') return true;
  const document = await tx.trx.selectFrom('document').select('held_at').where('id', '=', documentId).executeTakeFirst();
  return !!document?.held_at === (type === 'held');
}

function patchOf({ type, data, at }: Finding): MailPatch {
  if (data['part'] !== 'folder') return {};
  if (type === 'deleted') return { gone_at: at ?? new Date() };
  return type === 'restored' ? { gone_at: null } : {};
}

async function markDocument(tx: Tx, { type, documentId, data, at }: Finding): Promise<void> {
  if (!documentId) return;
  const moment = at ?? new Date();
  const set = type === 'held' ? { held_at: moment } : type === 'released' ? { held_at: null } : data['part'] !== 'original' ? {} : type === 'deleted' ? { gone_at: moment } : type === 'restored' ? { gone_at: null } : {};
  if (Object.keys(set).length) await tx.trx.updateTable('document').set(set).where('id', '=', documentId).execute();
}
