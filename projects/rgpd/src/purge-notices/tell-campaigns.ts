import { headGroup, houseGroups } from '@bannette/domain';
import { headsAbove, type House, type Listening } from '@bannette/house';
import type { JournalEntry, Tx } from '@bannette/store';
import { notify } from '../tell.js';
import { allSigned, headsOf, namesOf, toldCampaign, type ToldCampaign } from './campaign.js';
import { warn } from './warn.js';

interface Heard {
  readonly house: House;
  readonly tx: Tx;
  readonly entry: JournalEntry;
  readonly campaign: ToldCampaign;
}
type Saying = (heard: Heard) => Promise<void>;

const { archives, approvers, dpo } = houseGroups;

/** Whose turn it is, and who is told before and after: each entry on a campaign says to whom what it leads to. */
const sayings: { readonly [type: string]: Saying } = {
  'campaign.frozen': (heard) => tell(heard, [archives], 'toValidate'),
  'campaign.validated': async (heard) => {
    await tell(heard, [approvers], 'toApprove');
    await warn(heard.tx, heard.house, heard.campaign, 'validated');
  },
  'campaign.approved': async (heard) => {
    await tell(heard, [archives], 'approved');
    await askHeadsAbove(heard);
    await warn(heard.tx, heard.house, heard.campaign, 'approved');
  },
  'campaign.signatoryNamed': async (heard) => {
    const { service, person } = heard.entry.data;
    if (typeof person === 'string') await askToSign(heard, String(service), person);
  },
  'campaign.signed': async (heard) => {
    if (heard.campaign.state === 'approved' && (await allSigned(heard.tx, heard.campaign))) await tell(heard, [archives], 'toSubmit');
  },
  'campaign.submitted': (heard) => tell(heard, heard.campaign.archivists.length ? heard.campaign.archivists : [houseGroups.archivists], 'toDecide'),
  'campaign.visaRecorded': async (heard) => {
    await tell(heard, [archives], 'visaRecorded');
    await warn(heard.tx, heard.house, heard.campaign, 'visaRecorded');
  },
  'campaign.refused': (heard) => tellAll(heard, 'refused'),
  'campaign.stopped': (heard) => tell(heard, [archives, dpo], 'stopped'),
  'campaign.executed': (heard) => tellAll(heard, 'executed', [approvers]),
  'campaign.certified': (heard) => tellAll(heard, 'certified', [approvers]),
  'campaign.cancelled': async (heard) => {
    if (await wasTold(heard)) await tellAll(heard, 'cancelled');
  },
};

/** Hears what becomes of a campaign of elimination, and tells it. */
export function tellOfCampaigns(house: House): Listening {
  return {
    name: 'rgpd.campaigns',
    types: Object.keys(sayings),
    handle: async (entry, tx) => {
      const campaign = await toldCampaign(tx.trx, house, entry.subjectId);
      if (campaign) await sayings[entry.type]?.({ house, tx, entry, campaign });
    },
  };
}

async function tell({ house, tx, entry, campaign }: Heard, audiences: readonly string[], kind: string, more: { readonly [name: string]: string | number } = {}): Promise<void> {
  const service = namesOf(campaign, await house.settings());
  const params = { number: campaign.chrono, count: campaign.mails, service, ...(campaign.startsOn ? { day: campaign.startsOn } : {}), ...more };
  for (const audience of audiences.filter((each) => each !== entry.actor)) await notify(tx, { audience, kind: `campaign.${kind}`, key: [entry.seq, ...(more['service'] ? [more['service']] : [])].join(':'), params, link: `${kind === 'toDecide' ? '/visas' : '/campaigns'}/${campaign.id}` });
}

/** Services without a head: the head of the one above may sign for them. */
async function askHeadsAbove(heard: Heard): Promise<void> {
  const above = await headsAbove(heard.tx.trx, heard.campaign.services.map(({ code }) => code), await heard.house.settings());
  for (const [service, by] of above) await askToSign(heard, service, headGroup(by));
}

async function askToSign(heard: Heard, service: string, audience: string): Promise<void> {
  const of = headsOf(heard.campaign, await heard.house.settings()).find((each) => each.service === service);
  if (of && heard.campaign.state === 'approved') await tell(heard, [audience], 'toSign', { service: of.label, count: of.mails });
}

/** Heads of the producing services, each of their own mails; the DPO and the archives of all of them. */
async function tellAll(heard: Heard, kind: string, also: readonly string[] = []): Promise<void> {
  const { house, tx, campaign } = heard;
  const destroyed = kind === 'executed' || kind === 'certified' ? await destroyedOf(tx, campaign.id) : undefined;
  for (const { audience, service, label, mails } of headsOf(campaign, await house.settings())) await tell(heard, [audience], kind, { service: label, count: destroyed ? (destroyed.get(service) ?? 0) : mails });
  await tell(heard, [dpo, archives, ...also], kind, destroyed ? { count: [...destroyed.values()].reduce((sum, each) => sum + each, 0) } : {});
}

async function destroyedOf(tx: Tx, id: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.trx.selectFrom('campaign_item').select((eb) => ['service', eb.fn.countAll<string>().as('mails')]).where('campaign_id', '=', id).where('state', '=', 'destroyed').groupBy('service').execute();
  return new Map(rows.map(({ service, mails }) => [service ?? '', Number(mails)]));
}

/** Nobody outside the archives knows of a campaign that was given up before it was validated. */
async function wasTold({ tx, campaign }: Heard): Promise<boolean> {
  return (await tx.trx.selectFrom('purge_warning').select('id').where('campaign_id', '=', campaign.id).limit(1).executeTakeFirst()) !== undefined;
}
