import { mail } from '../testing/samples.js';
import { bodyOf } from './action-form.js';
import { formOf, type Known } from './forms.js';

const service = (code: string, label: string) => ({ code, label, kind: 'service' as const, compartments: [] });
const settings = { services: [service('A', 'Autonomie'), service('B', 'Bâtiments')], templates: [{ code: 'AR', label: 'Accusé', subject: 'Votre courrier {{chrono}}', body: 'Bonjour' }] } as unknown as Known['settings'];
const known = (more: Partial<Known> = {}): Known => ({ mail: mail('1', { service: 'A' }), settings, people: [], today: '2026-11-22', ...more });

describe('What an action asks', () => {
  it('is nothing for taking and giving back', () => {
    expect([formOf('take', known()), formOf('release', known())]).toEqual([undefined, undefined]);
  });

  it('is a reason and perhaps a service, other than its own, when it is not for us', () => {
    const form = formOf('reroute', known());
    expect(form?.fields.map(({ name, required }) => [name, !!required])).toEqual([['reason', true], ['service', false], ['toMailRoom', false]]);
    expect(form?.fields[1]?.options?.map(({ value }) => value)).toEqual(['B']);
  });

  it('proposes the latest answer when closing, and warns when there is none', () => {
    const answered = mail('1', { links: [{ id: 'x', kind: 'answeredBy', chrono: 'D-2026-000001', state: 'sent' }, { id: 'y', kind: 'answerOf', state: 'closed' }] });
    expect(formOf('close', known({ mail: answered }))?.fields[0]).toEqual(jasmine.objectContaining({ name: 'answerId', value: 'x' }));
    expect(formOf('close', known())?.note).toBe('ACTION_FORM.CLOSE_UNANSWERED');
  });

  it('fills subject and text of an answer from its template, braces and all: the server fills those', () => {
    const template = formOf('answer', known())?.fields[0];
    expect(template?.fills?.('AR')).toEqual({ subject: 'Votre courrier {{chrono}}', body: 'Bonjour' });
  });

  it('lets no starting day be declared that is to come', () => {
    expect(formOf('setTrigger', known())?.fields[0]?.latest).toBe('2026-11-22');
  });

  it('leaves out of the call what was left empty', () => {
    expect(bodyOf({ reason: ' non ', service: '', closes: false, services: ['B'] })).toEqual({ reason: 'non', closes: false, services: ['B'] });
  });
});
