import { tryAdvisoryLock, StoreError, type TaskHandler, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { moveCampaign, type CampaignRow } from '../campaigns/act.js';
import { destroyRegisterDay } from '../series/index.js';
import { destroyMail, eliminationOf, lineOf } from './destroy-mail.js';
import { bySystem, finishTask, runTask, usualHands, usualItems, type Destroyer, type Execution } from './execution.js';
import { Halt, Kept } from './halt.js';
import { writeLedger } from './ledger.js';
import { requireListed, visaedList, type VisaedList } from './list.js';
import { codeOf, stepsOf, type ItemRow } from './steps.js';

/** Parts of a list, by places: the same for every process whatever its configuration, and each in one hand at a time. */
const lanes = 32;
/** After that many tries an item is left, and told in the report. */
const mostTries = 5;
/** What people wait for goes first. */
const afterPeoplesWork = 20;

/** As many hands as this process is told, of which each process that can destroy takes what it has jobs for. */
export async function askToRun(tx: Tx, campaignId: string, { hands = usualHands }: Pick<Execution, 'hands'>): Promise<void> {
  for (let hand = 0; hand < hands; hand++) await askHand(tx, campaignId, hand);
}
const askHand = (tx: Tx, campaignId: string, hand: number): Promise<void> => tx.enqueue(runTask, { campaignId, hand }, { key: `${runTask}:${campaignId}:${hand}`, queue: `${runTask}:${hand}`, priority: afterPeoplesWork, maxAttempts: 25 });
export const askToFinish = (tx: Tx, campaignId: string, runAt?: Date): Promise<void> => tx.enqueue(finishTask, { campaignId }, { key: `${finishTask}:${campaignId}`, priority: afterPeoplesWork, maxAttempts: 100, runAt });

/**
 * One hand: some items of a lane that nobody else has, one after the other, then the next job. It takes whatever lane has items
 * left, so with fewer hands than before, or more, each item has one hand and no lane is forgotten; what a killed one leaves is taken
 * up where it was. Jobs of a hand are one after another. A hand beyond those that this process is told ends, the first never does.
 */
export function runHand(execution: Destroyer): TaskHandler {
  const { house, hands = usualHands, items = usualItems } = execution;
  return async (payload, job) => {
    const campaignId = String(payload.campaignId);
    const hand = Number(payload.hand ?? payload.lane ?? 0);
    if (hand >= hands) return;
    const left = await lanesLeft(execution, campaignId);
    const campaign = left.length ? await executing(execution, campaignId) : undefined;
    if (!campaign) return house.store.transaction(bySystem(house), (tx) => askToFinish(tx, campaignId));
    const list = await listOf(execution, campaign);
    if (!list) return house.store.transaction(bySystem(house), (tx) => askHand(tx, campaignId, hand));
    let [had, done] = [false, 0];
    for (const lane of inTurn(left, hand, hands)) {
      if (done >= items || job.signal.aborted) break;
      const mine = await tryAdvisoryLock(house.store, `${runTask}:${campaignId}:${lane}`, async (lost) => {
        done += await someOf(execution, campaign, lane, list, items - done, () => lost.aborted || job.signal.aborted);
      });
      had ||= mine;
    }
    // Where all that is left is in other hands, these ask for the end.
    if (had) await house.store.transaction(bySystem(house), (tx) => askHand(tx, campaignId, hand));
  };
}

/** Each hand begins at lanes of its own, and takes those of others where its own are done. */
export const inTurn = (left: readonly number[], hand: number, hands: number): readonly number[] => [...left.filter((lane) => lane % hands === hand), ...left.filter((lane) => lane % hands !== hand)];

/** Lanes with something to do; none unless the campaign is being carried out. */
async function lanesLeft({ house }: Execution, campaignId: string): Promise<readonly number[]> {
  const { rows } = await sql<{ lane: number }>`SELECT DISTINCT i.position % ${lanes} AS lane FROM campaign_item i JOIN campaign c ON c.id = i.campaign_id WHERE i.campaign_id = ${campaignId} AND c.state = 'executing' AND i.state IN ('pending', 'executing') AND i.position IS NOT NULL ORDER BY 1`.execute(house.store.db);
  return rows.map(({ lane }) => lane);
}

/** The visaed list, read anew by each job; none where the campaign had to stop over it, or nobody answered. */
async function listOf(execution: Destroyer, campaign: CampaignRow): Promise<VisaedList | undefined> {
  try {
    return await visaedList(execution.house, campaign);
  } catch (error) {
    if (error instanceof Halt) await halt(execution, campaign.id, error);
    else await noteError(execution, campaign.id, undefined, error);
    return undefined;
  }
}

/** @returns how many were tried */
async function someOf(execution: Destroyer, campaign: CampaignRow, lane: number, list: VisaedList, most: number, over: () => boolean): Promise<number> {
  for (let count = 0; count < most; count++) {
    const next = over() ? undefined : await nextItem(execution, campaign.id, lane);
    if (!next) return count;
    await one(execution, campaign, next, list);
  }
  return most;
}

const executing = ({ house }: Execution, id: string): Promise<CampaignRow | undefined> => house.store.db.selectFrom('campaign').selectAll().where('id', '=', id).where('state', '=', 'executing').executeTakeFirst();

/** An item, and how many went wrong before it without one that went well. */
type Next = ItemRow & { readonly errors_in_row: number };

/** Those that went wrong come again after all others. Taken only while the campaign is carried out: who stops it is obeyed by the next item. */
async function nextItem({ house }: Execution, campaignId: string, lane: number): Promise<Next | undefined> {
  const { rows } = await sql<Next>`
    UPDATE campaign_item i SET state = 'executing', attempts = i.attempts + 1
    FROM (SELECT subject_kind, subject_id FROM campaign_item WHERE campaign_id = ${campaignId} AND state IN ('pending', 'executing') AND position % ${lanes} = ${lane} ORDER BY attempts, position LIMIT 1) n, campaign c
    WHERE i.campaign_id = ${campaignId} AND i.subject_kind = n.subject_kind AND i.subject_id = n.subject_id AND i.state IN ('pending', 'executing')
      AND c.id = ${campaignId} AND c.state = 'executing'
    RETURNING i.*, c.errors_in_row`.execute(house.store.db);
  return rows[0];
}

async function one(execution: Destroyer, campaign: CampaignRow, item: Next, list: VisaedList): Promise<void> {
  try {
    requireListed(list, item);
    await (item.subject_kind === 'mail' ? destroyMail : destroyRegister)(execution, campaign, item);
    if (item.errors_in_row) await execution.house.store.db.updateTable('campaign').set({ errors_in_row: 0 }).where('id', '=', campaign.id).execute();
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
  const steps = stepsOf(house, item);
  await steps.run('ledger', null, () => writeLedger(ledger, line));
  await steps.run('destroy', null, (done) =>
    house.store.transaction(bySystem(house), async (tx) => {
      await tx.trx.insertInto('elimination').values(eliminationOf(line)).onConflict((known) => known.doNothing()).execute();
      await destroyRegisterDay(tx, item.subject_id);
      await itemOf(tx, item).set({ state: 'destroyed', destroyed_at: new Date(line.at), failure: null }).execute();
      tx.append({ type: 'campaign.itemDestroyed', subjectKind: 'register', subjectId: item.subject_id, data: { campaign: campaign.id, chrono: campaign.chrono, visa: line.visa.reference } });
      await done(tx.trx);
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
