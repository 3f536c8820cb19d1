import { tryAdvisoryLock, StoreError, type TaskHandler, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { moveCampaign, type CampaignRow } from '../campaigns/act.js';
import { destroyRegisterDay } from '../series/index.js';
import { destroyMail, eliminationOf, lineOf } from './destroy-mail.js';
import { bySystem, canDestroy, finishTask, runTask, type Destroyer, type Execution } from './execution.js';
import { Halt, Kept } from './halt.js';
import { writeLedger } from './ledger.js';
import { requireListed, visaedList, type VisaedList } from './list.js';
import { codeOf, stepOf, type ItemRow } from './steps.js';

/** Hands that work on a campaign at the same time, each on places of its own in the list. */
export const lanes = 4;
const itemsAtOnce = 25;
/** After that many tries an item is left, and told in the report. */
const mostTries = 5;
/** What people wait for goes first. */
const afterPeoplesWork = 20;

export async function askToRun(tx: Tx, campaignId: string): Promise<void> {
  for (let lane = 0; lane < lanes; lane++) await askLane(tx, campaignId, lane);
}
const askLane = (tx: Tx, campaignId: string, lane: number, runAt?: Date): Promise<void> => tx.enqueue(runTask, { campaignId, lane }, { key: `${runTask}:${campaignId}:${lane}`, priority: afterPeoplesWork, maxAttempts: 25, runAt });
export const askToFinish = (tx: Tx, campaignId: string, runAt?: Date): Promise<void> => tx.enqueue(finishTask, { campaignId }, { key: `${finishTask}:${campaignId}`, priority: afterPeoplesWork, maxAttempts: 100, runAt });

/** Some items of a lane, one after the other, then the next job. Only one process at a time works on a lane; a killed one is taken up where it was. */
export function runLane(execution: Execution): TaskHandler {
  return async (payload, job) => {
    if (!canDestroy(execution)) return;
    const { house } = execution;
    const [campaignId, lane] = [String(payload.campaignId), Number(payload.lane)];
    await tryAdvisoryLock(house.store, `${runTask}:${campaignId}:${lane}`, async (lost) => {
      const more = await someOf(execution, campaignId, lane, () => lost.aborted || job.signal.aborted);
      await house.store.transaction(bySystem(house), (tx) => (more ? askLane(tx, campaignId, lane) : askToFinish(tx, campaignId)));
    });
  };
}

/** @returns whether there is more to do */
async function someOf(execution: Destroyer, campaignId: string, lane: number, over: () => boolean): Promise<boolean> {
  const { house } = execution;
  const first = await executing(execution, campaignId);
  if (!first) return false;
  let list: VisaedList;
  try {
    list = await visaedList(house, first);
  } catch (error) {
    if (error instanceof Halt) await halt(execution, campaignId, error);
    else await noteError(execution, campaignId, undefined, error);
    return !(error instanceof Halt);
  }
  for (let count = 0; count < itemsAtOnce; count++) {
    const campaign = await executing(execution, campaignId);
    const item = campaign && !over() ? await nextItem(execution, campaignId, lane) : undefined;
    if (!campaign || !item) return over();
    await one(execution, campaign, item, list);
  }
  return true;
}

const executing = ({ house }: Execution, id: string): Promise<CampaignRow | undefined> => house.store.db.selectFrom('campaign').selectAll().where('id', '=', id).where('state', '=', 'executing').executeTakeFirst();

/** Those that went wrong come again after all others. Taken only while the campaign is carried out: who stops it is obeyed by the next item. */
async function nextItem({ house }: Execution, campaignId: string, lane: number): Promise<ItemRow | undefined> {
  const { rows } = await sql<{ kind: ItemRow['subject_kind']; id: string }>`
    UPDATE campaign_item i SET state = 'executing', attempts = i.attempts + 1
    FROM (SELECT subject_kind, subject_id FROM campaign_item WHERE campaign_id = ${campaignId} AND state IN ('pending', 'executing') AND position % ${lanes} = ${lane} ORDER BY attempts, position LIMIT 1) n
    WHERE i.campaign_id = ${campaignId} AND i.subject_kind = n.subject_kind AND i.subject_id = n.subject_id AND i.state IN ('pending', 'executing')
      AND EXISTS (SELECT FROM campaign c WHERE c.id = ${campaignId} AND c.state = 'executing')
    RETURNING i.subject_kind AS kind, i.subject_id AS id`.execute(house.store.db);
  const [next] = rows;
  return next && house.store.db.selectFrom('campaign_item').selectAll().where('campaign_id', '=', campaignId).where('subject_kind', '=', next.kind).where('subject_id', '=', next.id).executeTakeFirst();
}

async function one(execution: Destroyer, campaign: CampaignRow, item: ItemRow, list: VisaedList): Promise<void> {
  try {
    requireListed(list, item);
    await (item.subject_kind === 'mail' ? destroyMail : destroyRegister)(execution, campaign, item);
    if (campaign.errors_in_row) await execution.house.store.db.updateTable('campaign').set({ errors_in_row: 0 }).where('id', '=', campaign.id).execute();
  } catch (error) {
    if (error instanceof Kept) await keep(execution, item, error);
    else if (error instanceof Halt) await halt(execution, campaign.id, error, item);
    else if (error instanceof StoreError && error.code === 'lockLost') throw error;
    else await noteError(execution, campaign.id, item, error);
  }
}

/** A day's register lies in the database alone: its files go, its place in the chain stays. */
async function destroyRegister({ house, ledger }: Destroyer, campaign: CampaignRow, item: ItemRow): Promise<void> {
  const line = await lineOf({ house }, campaign, item);
  await stepOf(house, item, 'ledger', null, () => writeLedger(ledger, line));
  await stepOf(house, item, 'destroy', null, () =>
    house.store.transaction(bySystem(house), async (tx) => {
      await tx.trx.insertInto('elimination').values(eliminationOf(line)).onConflict((known) => known.doNothing()).execute();
      await destroyRegisterDay(tx, item.subject_id);
      await itemOf(tx, item).set({ state: 'destroyed', destroyed_at: new Date(line.at), failure: null }).execute();
      tx.append({ type: 'campaign.itemDestroyed', subjectKind: 'register', subjectId: item.subject_id, data: { campaign: campaign.id, chrono: campaign.chrono, visa: line.visa.reference } });
    }));
}

const itemOf = ({ trx }: Pick<Tx, 'trx'>, { campaign_id, subject_kind, subject_id }: ItemRow) => trx.updateTable('campaign_item').where('campaign_id', '=', campaign_id).where('subject_kind', '=', subject_kind).where('subject_id', '=', subject_id);

/** It can be in another list from now on. */
async function keep({ house }: Execution, item: ItemRow, { code }: Kept): Promise<void> {
  await house.store.transaction(bySystem(house), async (tx) => {
    await itemOf(tx, item).set({ state: 'kept', failure: JSON.stringify({ code }) }).execute();
    await tx.trx.deleteFrom('campaign_claim').where('campaign_id', '=', item.campaign_id).where('subject_kind', '=', item.subject_kind).where('subject_id', '=', item.subject_id).execute();
  });
}

/** Stops at once; the item that it stopped at is told, and waits for a person. */
async function halt({ house }: Execution, campaignId: string, { code, params }: Halt, item?: ItemRow): Promise<void> {
  house.log.error({ campaignId, code }, 'A campaign of elimination has stopped itself');
  await moveCampaign(house, campaignId, async (campaign, tx) => {
    const said = JSON.stringify({ code, params });
    if (item) await itemOf(tx, item).set({ state: code === 'partlyDestroyed' || code === 'bytesRemain' ? 'executing' : 'failed', failure: said }).execute();
    return campaign.state === 'executing' ? { set: { state: 'stopped', stopped_because: said }, entry: { type: 'campaign.stopped', data: { code } } } : undefined;
  });
}

/** Nobody answered, or something refused what it should not: the next try reads first what was done. */
async function noteError({ house }: Execution, campaignId: string, item: ItemRow | undefined, error: unknown): Promise<void> {
  house.log.warn({ campaignId, code: codeOf(error) }, 'An item of a campaign could not be eliminated');
  await moveCampaign(house, campaignId, async (campaign, tx) => {
    if (item) await itemOf(tx, item).set({ state: item.attempts >= mostTries ? 'failed' : 'executing', failure: JSON.stringify({ code: 'notDone', params: { because: codeOf(error) } }) }).execute();
    const errors = campaign.errors_in_row + 1;
    await tx.trx.updateTable('campaign').set({ errors_in_row: errors }).where('id', '=', campaignId).execute();
    if (campaign.state !== 'executing' || errors < campaign.max_errors) return undefined;
    return { set: { state: 'stopped', stopped_because: JSON.stringify({ code: 'tooManyErrors', params: { errors, because: codeOf(error) } }) }, entry: { type: 'campaign.stopped', data: { code: 'tooManyErrors', errors } } };
  });
}
