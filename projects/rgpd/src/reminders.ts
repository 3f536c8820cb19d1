import type { House, Listening } from '@bannette/house';
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
}

/** Hears whom the settings have reminded of open mail, and tells them: the assignee, secretaries, heads, directors. */
export function tellReminders(house: House): Listening {
  return {
    name: 'rgpd.reminders',
    types: ['reminder.soon', 'reminder.late'],
    handle: async (entry, tx) => {
      const { audience, person, service, count, first, last, numbers, mail } = entry.data as unknown as Reminded;
      const label = (await house.settings()).services.find(({ code }) => code === service)?.label ?? service;
      const more = count > numbers.length ? ', …' : '';
      const link = mail ? `/mails/${mail}` : person ? '/trays/mine' : entry.type === 'reminder.late' ? '/trays/late' : '/forecast';
      await notify(tx, { audience, kind: entry.type, key: String(entry.seq), params: { service: label, count, first, last, numbers: `${numbers.join(', ')}${more}` }, link });
    },
  };
}
