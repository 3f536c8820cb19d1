import type { RegisterSetting } from '@bannette/domain';
import { newRegister, nextNumber } from './preview.js';

const incoming: RegisterSetting = { code: 'incoming', label: 'Arrivée', pattern: 'A-{year}-{seq:6}', kinds: ['incoming'], perService: false, yearly: true, start: 1 };

describe('The next number of a register', () => {
  it('is shown as it would be written, while its pattern is typed', () => {
    const counters = [{ code: 'incoming', register: 'incoming', last: 41 }];
    expect(nextNumber(incoming, counters, 2026)).toBe('A-2026-000042');
    expect(nextNumber({ ...incoming, pattern: 'AR{yy}-{seq:3}' }, counters, 2026)).toBe('AR26-042');
    expect(nextNumber({ ...incoming, pattern: 'A-{seq}' }, counters, 2026)).withContext('no year in a yearly register').toBeUndefined();
  });
  it('is the first where nothing was numbered, and bears the service where each has its own', () => {
    expect(nextNumber({ ...incoming, start: 500 }, [], 2026)).toBe('A-2026-000500');
    expect(nextNumber({ ...incoming, perService: true, pattern: '{service}.{seq:4}', yearly: false }, [], 2026, 'CAB')).toBe('CAB.0001');
  });
  it('of a register that is added can be shown at once, under a code of its own', () => {
    const added = newRegister([incoming, { ...incoming, code: 'registre-1' }]);
    expect(added.code).toBe('registre-2');
    expect(nextNumber(added, [], 2026)).toBe('R-SERVICE-2026-00001');
  });
});
