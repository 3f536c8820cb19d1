import { destinationOf, type Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import { changeFor } from './distribute.js';
import { beyond, orders } from './trays/order.js';

const settings = {
  calendar: { weekend: [0, 6], alsaceMoselle: false, closures: [] },
  types: [
    { code: 'VOIRIE', delay: { amount: 10, unit: 'workingDays' } },
    { code: 'ENFANCE', delay: { amount: 2, unit: 'workingDays' }, compartment: 'ASE' },
  ],
  unscanned: [{ code: 'CHEQUE', delay: { amount: 2, unit: 'workingDays' } }],
  services: [
    { code: 'ROUTES', label: 'Routes', compartments: [] },
    { code: 'NORD', label: 'Nord', compartments: ['ASE'] },
    { code: 'VIDE', label: 'Sans bannette', compartments: [] },
  ],
  trays: [
    { id: 'routes', label: 'Routes', service: 'ROUTES' },
    { id: 'routes-ponts', label: 'Ponts', service: 'ROUTES' },
    { id: 'nord', label: 'Nord', service: 'NORD' },
  ],
  rules: [
    { id: 'ponts', label: 'Les ponts', enabled: true, when: { types: ['VOIRIE'], keywords: ['pont'] }, tray: 'routes-ponts' },
    { id: 'voirie', label: 'La voirie', enabled: true, when: { types: ['VOIRIE'] }, tray: 'routes' },
    { id: 'enfance', label: 'L’enfance', enabled: true, when: { types: ['ENFANCE'] }, tray: 'routes' },
    { id: 'perdue', label: 'Vers nulle part', enabled: true, when: { types: ['PERDU'] }, tray: 'disparue' },
  ],
} as unknown as Settings;

const decide = (row: MailRow, all: Settings, refusedBy?: string) =>
  changeFor(row, destinationOf({ type: row.type ?? '', subject: row.subject ?? '', text: row.read_text, ...(row.wanted_service ? { service: row.wanted_service } : {}), ...(row.compartment ? { compartment: row.compartment } : {}), ...(refusedBy ? { refusedBy } : {}) }, all, '2026-06-01'), all);
const mail = (more: Partial<MailRow>): MailRow => ({ type: 'VOIRIE', subject: 'Nid-de-poule', read_text: '', correspondent: null, wanted_service: null, compartment: null, copies: [], confidentiality: 0, received_at: '2026-06-01', ...more }) as MailRow;
const tray = (more: Partial<MailRow>, refusedBy?: string) => {
  const { set } = decide(mail(more), settings, refusedBy);
  return [set.tray, set.service, (JSON.parse(String(set.route_because)) as { code: string }).code];
};

describe('Distribution', () => {
  it('takes the first rule that holds, by words of the subject or of the letter itself', () => {
    expect(tray({ subject: 'Le pont de Lys' })).toEqual(['routes-ponts', 'ROUTES', 'route.rule']);
    expect(tray({ read_text: 'Sur le PONT…' })).toEqual(['routes-ponts', 'ROUTES', 'route.rule']);
    expect(tray({})).toEqual(['routes', 'ROUTES', 'route.rule']);
  });

  it('passes over the rules of the tray that refused', () => {
    expect(tray({ subject: 'Le pont de Lys' }, 'routes-ponts')).toEqual(['routes', 'ROUTES', 'route.rule']);
    expect(tray({}, 'routes')).toEqual([null, null, 'route.none']);
  });

  it('follows who chose a service, to the tray that a rule names there, else to its first', () => {
    expect(tray({ wanted_service: 'NORD' })).toEqual(['nord', 'NORD', 'route.operator']);
    expect(tray({ wanted_service: 'ROUTES', subject: 'Un pont' })).toEqual(['routes-ponts', 'ROUTES', 'route.rule']);
    expect(tray({ wanted_service: 'ROUTES', type: 'AUTRE' })).toEqual(['routes', 'ROUTES', 'route.operator']);
  });

  it('leaves to the mail room what no rule takes, what leads nowhere, and a service without a tray', () => {
    for (const more of [{ type: 'AUTRE' }, { type: 'PERDU' }, { wanted_service: 'VIDE' }]) expect(tray(more)).withContext(JSON.stringify(more)).toEqual([null, null, 'route.none']);
  });

  it('never gives a secret to a service where nobody is cleared for it', () => {
    const { set, entry } = decide(mail({ type: 'ENFANCE', compartment: 'ASE' }), settings, undefined);
    expect([set.state, set.tray, set.service, entry.type]).toEqual([undefined, null, null, 'mail.unrouted']);
    expect(JSON.parse(String(set.route_because))).toEqual({ code: 'route.notCleared', params: { service: 'Routes', compartment: 'ASE' } });
    expect(tray({ type: 'ENFANCE', compartment: 'ASE', wanted_service: 'NORD' })).toEqual(['nord', 'NORD', 'route.operator']);
  });

  it('answers what was not scanned by the deadline on its envelope, else by its type, else by its kind', () => {
    const due = (more: Partial<MailRow>) => decide(mail({ type: null, unscanned: 'CHEQUE', wanted_service: 'ROUTES', ...more }), settings, undefined).set;
    expect([due({}).due_date, due({ type: 'VOIRIE' }).due_date]).toEqual(['2026-06-03', '2026-06-15']);
    const bid = due({ type: 'VOIRIE', envelope: { deadline: '2026-07-01' } as MailRow['envelope'] });
    expect([bid.due_date, JSON.parse(String(bid.due_because))]).toEqual(['2026-07-01', { code: 'due.deadline', params: {}, steps: [{ code: 'deadline', day: '2026-07-01' }] }]);
  });

  it('sets no due date where the day of arrival or the type is not known', () => {
    expect(decide(mail({}), settings, undefined).set.due_date).toBe('2026-06-15');
    expect(decide(mail({ received_at: null }), settings, undefined).set.due_date).toBeNull();
    expect(decide(mail({ type: 'AUTRE', wanted_service: 'ROUTES' }), settings, undefined).set.due_date).toBeNull();
  });
});

describe('The cursor of a tray', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const encode = (text: string): string => Buffer.from(text).toString('base64url');

  it('is read with its day, or without one', () => {
    for (const day of ['2026-06-15', 'infinity']) expect(() => beyond(orders.due, encode(`${day}|${id}`))).not.toThrow();
  });

  it('is refused when it is none of ours', () => {
    for (const text of ['', 'x', `2026-02-30|${id}`, `-infinity|${id}`, `now|${id}`, '2026-06-15|x', `2026-06-15|${id}'`]) expect(() => beyond(orders.due, encode(text) || 'x')).withContext(text).toThrowError(/cursor/);
  });
});
