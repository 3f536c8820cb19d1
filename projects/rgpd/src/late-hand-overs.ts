import { headGroup, houseGroups } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import { notify } from './tell.js';

interface Late {
  readonly service: string;
  readonly step: 'late' | 'escalated';
  readonly mailRooms: readonly string[];
  readonly count: number;
  readonly oldest: string;
  readonly numbers: readonly string[];
}

/** Hears that mail which is not scanned was not handed over in time, and tells the mail room; a while later, the head of the service. */
export function tellLateHandOvers(house: House): Listening {
  return {
    name: 'rgpd.lateHandOvers',
    types: ['paper.handOverLate'],
    handle: async (entry, tx) => {
      const { service, step, mailRooms, count, oldest, numbers } = entry.data as unknown as Late;
      const label = (await house.settings()).services.find(({ code }) => code === service)?.label ?? service;
      const rooms = mailRooms.length ? mailRooms : [houseGroups.mailRoom];
      const more = count > numbers.length ? ', …' : '';
      const params = { service: label, count, oldest, numbers: `${numbers.join(', ')}${more}` };
      for (const audience of step === 'escalated' ? [headGroup(service)] : rooms) await notify(tx, { audience, kind: `paper.${step}`, key: String(entry.seq), params, link: '/unscanned' });
    },
  };
}
