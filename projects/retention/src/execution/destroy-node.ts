import { eventNames, hasCode } from '@bannette/alfresco';
import type { DocumentToDestroy, NodeNow } from '@bannette/domain';
import { heldMails } from '@bannette/house';
import type { Destroyer } from './execution.js';
import { Halt, Kept } from './halt.js';
import { visaStands } from './look.js';
import type { ItemRow, Steps } from './steps.js';

/**
 * Destroys one document, which was just looked at: its retention is ended, its visa recorded by the one account, and it is destroyed by the other.
 * What was done before is found done. Afterwards nothing of its bytes can be had any more, in whatever version. @throws Halt, Kept
 */
export async function destroyNode({ house, purge }: Destroyer, item: ItemRow, steps: Steps, { node }: DocumentToDestroy, now: Pick<NodeNow, 'ghosted' | 'next'>, params: { readonly chrono: string }): Promise<void> {
  const { nodes, records } = house.repository;
  if (!now.ghosted) {
    let next = now.next === 'retain' ? undefined : await records.nextAction(node);
    if (now.next === 'retain') next = await steps.run('retain', node, () => records.execute(node, { name: 'retain' }, { action: 'retain' })).catch(whereItIsHeld);
    if (next?.action !== 'destroy') throw new Kept('recordChanged');
    if (!visaStands(next)) await steps.run('visa', node, () => records.execute(node, { name: 'completeEvent', event: eventNames.visa, by: house.serviceAccount, at: house.now().toISOString() })).catch(whereItIsHeld);
    await steps.written();
    if (item.mail_id && (await heldMails(house.store.db, [item.mail_id])).has(item.mail_id)) throw new Kept('held');
    await steps.run('destroy', node, () => purge.records.execute(node, { name: 'destroy' })).catch(whereOthersAreQuicker);
  }
  const left = await steps.run('readBack', node, () => nodes.remains(node));
  if (left.length) throw new Halt('bytesRemain', { ...params, what: left.join(', ') });

  /** AGS refuses all but one of those that destroy the same at once. */
  async function whereOthersAreQuicker(error: unknown): Promise<void> {
    if (!hasCode(error, 'failed', 'forbidden', 'conflict')) throw error;
    if ((await nodes.get(node)).aspects.includes('rma:ghosted')) return;
    await whereItIsHeld(error);
  }

  /** Nothing is done in AGS to what is held there. */
  async function whereItIsHeld(error: unknown): Promise<never> {
    if (!hasCode(error, 'failed', 'forbidden', 'conflict')) throw error;
    throw (await nodes.get(node)).aspects.includes('rma:frozen') ? new Kept('heldInAlfresco') : error;
  }
}
