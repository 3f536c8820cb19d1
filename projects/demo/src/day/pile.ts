import { addDays, type Settings } from '@bannette/domain';
import type { Leaf, PileSpec } from '../letters/pile.js';

/** A pile with the mail room's separator sheets, scanned both sides: its letters wait to be qualified. */
export function morningPile({ authority, services, types }: Settings, entityId: string, today: string): PileSpec {
  const sheet = (kind: 'newLetter' | 'service' | 'type', value: string, label: string): Leaf => ({ sheet: { code: { kind, value }, label }, entityId, authority: authority.name });
  const service = (code: string): Leaf => sheet('service', code, services.find((each) => each.code === code)?.label ?? code);
  const type = (code: string): Leaf => sheet('type', code, types.find((each) => each.code === code)?.label ?? code);
  const letter = (seed: number, kind: 'VOIRIE' | 'APA' | 'SUBVENTION'): Leaf => ({ letter: { seed, kind, date: addDays(today, -3) } });
  return {
    seed: 3000,
    receivedAt: today,
    leaves: [service('ROUTES'), 'blank', letter(3001, 'VOIRIE'), 'blank', type('APA'), 'blank', letter(3002, 'APA'), sheet('newLetter', '', 'Nouveau courrier'), letter(3003, 'SUBVENTION')],
  };
}
