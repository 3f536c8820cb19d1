import { dayIn } from '@bannette/domain';
import { displayNames, type House, type Listening } from '@bannette/house';
import { delegatesOf } from './delegates.js';
import { notify } from './tell.js';

interface Reminded {
  readonly audience: string;
  readonly person: boolean;
  readonly service: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly numbers: readonly string[];
  /** Of a single one. */
  readonly mail?: string;
  /** Of one person's mails. */
  readonly types?: readonly string[];
}

/** Hears whom the settings have reminded of open mail, and tells them: the assignee and who replaces them, secretaries, heads, directors. */
export function tellReminders(house: House): Listening {
  return {
    name: 'rgpd.reminders',
    types: ['reminder.soon', 'reminder.late'],
    handle: async (entry, tx) => {
      const { audience, person, service, count, first, last, numbers, mail, types = [] } = entry.data as unknown as Reminded;
      const { services, authority } = await house.settings();
      const label = services.find(({ code }) => code === service)?.label ?? service;
      const more = count > numbers.length ? ', …' : '';
      const link = mail ? `/mails/${mail}` : person ? '/trays/mine' : entry.type === 'reminder.late' ? '/trays/late' : '/forecast';
      const params = { service: label, count, first, last, numbers: `${numbers.join(', ')}${more}` };
      const about = { key: String(entry.seq), kind: entry.type, params };
      await notify(tx, { ...about, audience, link });
      if (!person) return;
      const today = dayIn(authority.timeZone, house.now());
      const replacing = (await Promise.all(types.map((type) => delegatesOf(tx, house.entityId, [audience], today, 'treat', { type: type || undefined, service })))).flat();
      const nameOf = await displayNames(tx.trx, [audience]);
      for (const delegate of new Set(replacing.map((one) => one.delegate))) await notify(tx, { ...about, audience: delegate, kind: `${entry.type}For`, params: { ...params, person: nameOf(audience).displayName }, link: mail ? link : `/trays/replacing:${audience}` });
    },
  };
}
