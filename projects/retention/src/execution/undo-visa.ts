import { eventNames, hasCode } from '@bannette/alfresco';
import { faultOf, type House } from '@bannette/house';
import { withAdvisoryLock } from '@bannette/store';
import { sql } from 'kysely';
import { visaStands } from './look.js';
import { stepsOf, type ItemKey, type Steps } from './steps.js';

/**
 * Takes a visa back that AGS was told of, of a document that is kept after all. AGS undoes no event of what is held
 * (`AddModifyEventDates` asks for what is not frozen): there it stands until the hold has ended.
 *
 * @returns `free` where none stands, `gone` where the document was destroyed
 */
export async function undoVisa({ repository: { nodes, records } }: House, steps: Steps, node: string): Promise<'undone' | 'free' | 'held' | 'gone'> {
  const { aspects } = await nodes.get(node);
  if (aspects.includes('rma:ghosted')) return 'gone';
  if (!visaStands(await records.nextAction(node))) return 'free';
  if (aspects.includes('rma:frozen')) return 'held';
  await steps.run('undoVisa', node, () => records.execute(node, { name: 'undoEvent', event: eventNames.visa }));
  return 'undone';
}

interface Standing extends ItemKey {
  readonly mail_id: string;
  readonly nodes: readonly string[];
}

/** What was kept with its visa recorded and nothing written of its being taken back, and is in no list now. */
const standing = ({ entityId }: House) => sql<Standing>`
  SELECT i.campaign_id, i.subject_kind, i.subject_id, i.mail_id, array_agg(DISTINCT s.node_id) AS nodes
  FROM campaign c JOIN campaign_item i ON i.campaign_id = c.id JOIN campaign_step s ON s.campaign_id = i.campaign_id AND s.subject_kind = i.subject_kind AND s.subject_id = i.subject_id
  WHERE c.entity_id = ${entityId} AND i.state = 'kept' AND i.mail_id IS NOT NULL AND s.step = 'visa' AND s.phase = 'intent' AND s.node_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM campaign_claim k WHERE k.subject_kind = i.subject_kind AND k.subject_id = i.subject_id)
    AND NOT EXISTS (SELECT FROM campaign_step u WHERE u.campaign_id = i.campaign_id AND u.subject_kind = i.subject_kind AND u.subject_id = i.subject_id AND u.node_id = s.node_id AND u.step = 'undoVisa' AND u.phase = 'done')
  GROUP BY 1, 2, 3, 4`;

/** Takes back the visas of what was held in Alfresco when it was to be destroyed, once it is held no more. */
export async function takeBackVisas(house: House): Promise<void> {
  const { rows } = await standing(house).execute(house.store.db);
  for (const item of rows) {
    await withAdvisoryLock(house.store, `mail:${item.mail_id}`, async () => {
      const claimed = await house.store.db.selectFrom('campaign_claim').select('campaign_id').where('subject_kind', '=', item.subject_kind).where('subject_id', '=', item.subject_id).executeTakeFirst();
      if (!claimed) for (const node of item.nodes) await takeBack(house, item, node);
    }).catch((error: unknown) => house.log.error({ campaign: item.campaign_id, mail: item.mail_id, ...faultOf(error) }, 'A visa of what was kept could not be taken back'));
  }
}

async function takeBack(house: House, item: ItemKey, node: string): Promise<void> {
  const steps = stepsOf(house, item);
  const found = await undoVisa(house, steps, node).catch((error: unknown) => (hasCode(error, 'notFound') ? ('gone' as const) : Promise.reject(error)));
  // What others took back, or is gone, is not looked at again.
  if (found === 'free' || found === 'gone') steps.note('undoVisa', 'done', { found }, node);
  await steps.written();
}
