import { dayIn, headGroup, type CampaignState, type Settings } from '@bannette/domain';
import { headsAbove, type House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** What of a campaign its notices tell: numbers, never a name or a subject. */
export interface ToldCampaign {
  readonly id: string;
  readonly chrono: string;
  readonly state: CampaignState;
  readonly archivists: readonly string[];
  /** Producing services in its list, each with its mails; `audience`: who answers for it. */
  readonly services: readonly { readonly code: string; readonly mails: number; readonly audience: string }[];
  readonly mails: number;
  /** First day on which it may be executed. */
  readonly startsOn?: string;
}

export async function toldCampaign(db: Kysely<Database>, house: House, id: string): Promise<ToldCampaign | undefined> {
  const row = await db.selectFrom('campaign').select(['id', 'chrono', 'state', 'archivists', 'cooling_until']).where('entity_id', '=', house.entityId).where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  let granted = db.selectFrom('campaign_line').select((eb) => ['service', eb.fn.sum<string>('items').as('mails')]).where('campaign_id', '=', id);
  if (row.state !== 'refused') granted = granted.where(sql<boolean>`visa is distinct from 'refused'`);
  const lines = await granted.groupBy('service').orderBy('service').execute();
  const settings = await house.settings();
  const above = await headsAbove(db, lines.map(({ service }) => service), settings);
  const named = await db.selectFrom('campaign_signatory').select(['service', 'person']).where('campaign_id', '=', id).execute();
  const audienceOf = (service: string): string => (above.has(service) ? (named.find((each) => each.service === service)?.person ?? headGroup(above.get(service) ?? service)) : headGroup(service));
  const services = lines.map(({ service, mails }) => ({ code: service, mails: Number(mails), audience: audienceOf(service) }));
  const { authority } = settings;
  return {
    id,
    chrono: row.chrono,
    state: row.state,
    archivists: row.archivists,
    services,
    mails: services.reduce((sum, { mails }) => sum + mails, 0),
    ...(row.cooling_until ? { startsOn: dayIn(authority.timeZone, row.cooling_until) } : {}),
  };
}

/** Who answers for each producing service: its head; for want of one, whom the records manager named to sign, or the head of the nearest service above. */
export function headsOf(campaign: ToldCampaign, { services }: Pick<Settings, 'services'>): readonly { readonly audience: string; readonly service: string; readonly label: string; readonly mails: number }[] {
  return campaign.services.map(({ code, mails, audience }) => ({ audience, service: code, label: services.find((each) => each.code === code)?.label ?? code, mails }));
}

const namedAtMost = 3;

/** Labels of its services, for who is told of all of them. */
export function namesOf(campaign: ToldCampaign, settings: Pick<Settings, 'services'>): string {
  const labels = headsOf(campaign, settings).map(({ label }) => label);
  return [...labels.slice(0, namedAtMost), ...(labels.length > namedAtMost ? ['…'] : [])].join(', ');
}

/** Whether every producing service has signed. */
export async function allSigned(tx: Tx, { id, services }: ToldCampaign): Promise<boolean> {
  const signed = await tx.trx.selectFrom('campaign_signature').select('service').where('campaign_id', '=', id).execute();
  return services.every(({ code }) => signed.some(({ service }) => service === code));
}
