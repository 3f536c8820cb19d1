import { usualElimination } from '@bannette/domain';
import { endCurrentUse } from '@bannette/retention';
import { publishSetting, type JsonObject } from '@bannette/store';
import { captured } from '../api/captured.spec-support.js';
import type { CampaignView, Mail } from '@bannette/http';
import type { Running } from '../serve.js';
import type { Client } from './client.js';
import type { TestHouse } from './house.js';
import { until } from './until.js';

/** The house's clock, which a spec moves: serve with `{ now: () => clock.now }`. */
export interface Clock {
  now: Date;
}

export interface DueMail {
  readonly type?: string;
  readonly service?: string;
  readonly subject?: string;
  /** Day from which its period runs, years ago. */
  readonly trigger?: string;
  /** Who declares it and closes it: of the service. */
  readonly by?: string;
}

/** What brings mails and campaigns to where a spec begins. Its rows must be agreed first (`agreeRows`). */
export interface Campaigns {
  /** Letters that came, were closed (then `closed` is awaited), became records, and are due by the day that was declared: their ids. */
  due(mails: readonly DueMail[], closed?: (id: string) => Promise<unknown>): Promise<string[]>;
  /** A campaign in that state, made by `odile`, approved by `bertrand`, signed by `marc`, sent to `hortense`. */
  in(state: 'draft' | 'analysed' | 'frozen' | 'validated' | 'approved' | 'submitted', scope?: object): Promise<CampaignView>;
  /** The next step of that campaign. */
  step(id: string, step: 'analyse' | 'freeze' | 'validate' | 'approve' | 'sign' | 'submit'): Promise<CampaignView>;
  readonly odile: Client;
  readonly bertrand: Client;
  readonly marc: Client;
  readonly hortense: Client;
}

export async function campaignsOf(house: TestHouse, running: Running, clock: Clock): Promise<Campaigns> {
  const client = (person: string): Promise<Client> => house.client(person, running.url);
  const [odile, bertrand, marc, hortense, clara] = (await Promise.all(['odile.charpentier', 'bertrand.lacaze', 'marc.delmas', 'hortense.aubry', 'clara.moreau'].map(client))) as [Client, Client, Client, Client, Client];
  // A handful of mails is all that there is: the usual share would be passed at once.
  const { authority } = await running.house.settings();
  await house.store.transaction({ entityId: running.house.entityId, actor: 'system' }, (tx) => publishSetting(tx, 'authority', { ...authority, elimination: { ...usualElimination(authority), maxShare: 1 } } as unknown as JsonObject, 'bounds'));
  await until('bounds are in force', async () => (await running.house.settings()).authority.elimination?.maxShare === 1);
  // Signed in once, so that a campaign can be sent to her.
  await hortense.get('/me');
  const seen = (id: string): Promise<CampaignView> => odile.get<CampaignView>(`/campaigns/${id}`);
  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  const one = async ({ type = 'RECLAMATION', service = 'ROUTES', subject = 'Une lettre', trigger = '2019-03-01', by = 'sophie.martel' }: DueMail): Promise<string> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject, receivedAt: '2019-02-25', documentDate: '2019-02-20', service });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    const agent = await client(by);
    await agent.post(`/mails/${id}/close-without-answer`, { reason: 'sans objet' });
    await agent.post<Mail>(`/mails/${id}/retention-trigger`, { day: trigger, reason: 'dossier clos' });
    await until('it is in Alfresco, and its retention is known', async () => {
      const row = await rowOf(id);
      return row.applied_version === row.desired_version && row.retention_due !== null && row.current_use_ends !== null;
    });
    return id;
  };

  const steps = {
    analyse: async (id: string, revision: number) => {
      await odile.post(`/campaigns/${id}/analyse`, { revision });
      return until('it is analysed', async () => (await seen(id)).state === 'analysed' && seen(id));
    },
    freeze: async (id: string, revision: number) => {
      await odile.post(`/campaigns/${id}/freeze`, { revision });
      return until('it is frozen', async () => (await seen(id)).state === 'frozen' && seen(id));
    },
    validate: async (id: string, revision: number) => {
      const { items, documents, manifestSha512 } = await seen(id);
      return odile.post<CampaignView>(`/campaigns/${id}/validate`, { revision, items, documents, manifestSha512 });
    },
    approve: async (id: string, revision: number) => {
      const { items, manifestSha512 } = await seen(id);
      return bertrand.post<CampaignView>(`/campaigns/${id}/approve`, { revision, items, manifestSha512 });
    },
    sign: async (id: string) => {
      const { manifestSha512, signatures } = await seen(id);
      for (const { service } of signatures) await (service === 'ROUTES' ? marc : await headOf(service)).post(`/campaigns/${id}/sign`, { service, manifestSha512 });
      return seen(id);
    },
    submit: (id: string, revision: number) => odile.post<CampaignView>(`/campaigns/${id}/submit`, { revision, archivists: ['hortense.aubry'] }),
  };
  const headOf = async (service: string): Promise<Client> => {
    const head = ({ ENFANCE: 'helene.roux', DGS: 'bertrand.lacaze' } as Record<string, string>)[service];
    if (!head) throw new Error(`no head of ${service} is known to the specs`);
    return client(head);
  };
  const step: Campaigns['step'] = async (id, name) => steps[name](id, (await seen(id)).revision);
  const order = ['draft', 'analysed', 'frozen', 'validated', 'approved', 'submitted'] as const;
  const leading = { analysed: ['analyse'], frozen: ['freeze'], validated: ['validate'], approved: ['approve'], submitted: ['sign', 'submit'] } as const;
  return {
    odile,
    bertrand,
    marc,
    hortense,
    step,
    due: async (mails, closed) => {
      const ids: string[] = [];
      for (const mail of mails) ids.push(await one(mail));
      for (const id of ids) await closed?.(id);
      const before = clock.now;
      clock.now = new Date(before.getTime() + 45 * 86_400_000);
      await endCurrentUse(running.house);
      await until('they are records, and dated', async () => {
        const records = await house.store.db.selectFrom('mail_record').select(['state', 'failure']).where('mail_id', 'in', ids).execute();
        const failed = records.find(({ failure }) => failure);
        if (failed) throw new Error(JSON.stringify(failed.failure));
        return records.length === ids.length && records.every(({ state }) => state === 'dated');
      });
      return ids;
    },
    in: async (state, scope = {}) => {
      let campaign = await odile.post<CampaignView>('/campaigns', { title: 'Réclamations des routes', until: '2025-12-31', services: [], rows: [], ...scope });
      for (const next of order.slice(1, order.indexOf(state) + 1)) for (const name of leading[next as keyof typeof leading]) campaign = await step(campaign.id, name);
      return campaign;
    },
  };
}
