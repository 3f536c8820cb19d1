import { mail } from '../testing/samples.js';
import { bodyOf } from './action-form.js';
import { formOf, type Known } from './forms.js';

const service = (code: string, label: string) => ({ code, label, kind: 'service' as const, compartments: [] });
const settings = { sites: [], authority: { address: ['1 place de la Loire', '98300 Valmorin'] }, services: [service('A', 'Autonomie'), service('B', 'Bâtiments')], templates: [{ code: 'AR', label: 'Accusé', subject: 'Votre courrier {{chrono}}', body: 'Bonjour' }] } as unknown as Known['settings'];
const known = (more: Partial<Known> = {}): Known => ({ mail: mail('1', { service: 'A' }), settings, people: [], today: '2026-11-22', sendsEmail: false, say: (key) => key.replace('PLACE.', 'le '), ...more });

describe('What an action asks', () => {
  it('is nothing for taking and giving back', () => {
    expect([formOf('take', known()), formOf('release', known())]).toEqual([undefined, undefined]);
  });

  it('is a reason and perhaps a service, other than its own, when it is not for us', () => {
    const form = formOf('reroute', known());
    expect(form?.fields.map(({ name, required }) => [name, !!required])).toEqual([['reason', true], ['service', false], ['toMailRoom', false]]);
    expect(form?.fields[1]?.options?.map(({ value }) => value)).toEqual(['B']);
  });

  it('is the service alone, the reason being known, when no rule found one', () => {
    const form = formOf('reroute', known({ mail: mail('1', { state: 'registered', service: undefined }) }));
    expect(form?.fields.map(({ name, required, value }) => [name, !!required, value])).toEqual([['service', true, undefined], ['reason', true, 'ACTION_FORM.ROUTE_REASON']]);
    expect(form?.called?.title).toBe('ACTION_FORM.ROUTE_TITLE');
  });

  it('proposes the latest answer when closing, and warns when there is none', () => {
    const answered = mail('1', { links: [{ id: 'x', kind: 'answeredBy', chrono: 'D-2026-000001', state: 'sent' }, { id: 'z', kind: 'answeredBy', letter: 'acknowledgement', chrono: 'D-2026-000002', state: 'sent' }, { id: 'y', kind: 'answerOf', state: 'closed' }] });
    expect(formOf('close', known({ mail: answered }))?.fields[0]).toEqual(jasmine.objectContaining({ name: 'answerId', value: 'x' }));
    expect(formOf('close', known())?.note).toBe('ACTION_FORM.CLOSE_UNANSWERED');
  });

  it('chooses the receipt by what silence means, and says what its text lacks of what it must tell', () => {
    const templates = ['ACCUSE_RECEPTION', 'ACCUSE_ENREGISTREMENT', 'ACCUSE_SVA', 'ACCUSE_SVR', 'ACCUSE_CADA', 'ACCUSE_RECOURS'].map((code) => ({ code, label: code, subject: code, body: `Texte de ${code}` }));
    const clock = (kind: string) => ({ code: kind, label: kind, kind, state: 'running', start: '2026-11-20', because: [] });
    const form = (...kinds: string[]) => formOf('acknowledge', known({ settings: { ...settings, templates } as Known['settings'], mail: mail('1', { channel: 'email', clocks: kinds.map(clock) as never }) }));
    const chosen = (...kinds: string[]) => form(...kinds)?.fields.find(({ name }) => name === 'template')?.value;
    expect([chosen(), chosen('receipt', 'silenceAccepts'), chosen('silenceRefuses'), chosen('documentAccess'), chosen('appeal'), chosen('registrationReceipt', 'silenceRefuses')]).toEqual(['ACCUSE_RECEPTION', 'ACCUSE_SVA', 'ACCUSE_SVR', 'ACCUSE_CADA', 'ACCUSE_RECOURS', 'ACCUSE_ENREGISTREMENT']);
    expect(form('registrationReceipt', 'appeal')?.fields[0]?.fills?.('receipt')).toEqual({ template: 'ACCUSE_RECOURS', subject: 'ACCUSE_RECOURS', body: 'Texte de ACCUSE_RECOURS' });
    expect(form('silenceAccepts')?.lacks?.({ kind: 'receipt', template: 'ACCUSE_SVA', body: 'Reçu le {{receivedAt}} par le service.' })).toEqual(['MENTION.address', 'MENTION.phone', 'MENTION.silenceDay', 'MENTION.certificate']);
    expect(form('silenceAccepts')?.lacks?.({ kind: 'receipt', template: '', body: '' })).withContext('sent by other means').toEqual([]);
  });

  describe('writes a letter', () => {
    const template = { code: 'AR', label: 'Accusé', subject: 'Votre courrier {{chrono}}', body: '{{subject}}, {{ service }}, {{serviceAddress}}, {{servicePhone}}, {{ourChrono}}, {{inconnu}}' };
    const answer = (more = {}) => formOf('answer', known({ mail: mail('1', { service: 'A', ...more }), settings: { ...settings, templates: [template] } as unknown as Known['settings'] }));

    it('as its author reads it: what is known stands in it, all else by its name', () => {
      expect(answer()?.fields[0]?.fills?.('AR')).toEqual({ subject: 'Votre courrier A-2026-000001', body: 'Objet 1, Autonomie, 1 place de la Loire, 98300 Valmorin, [le servicePhone], [le ourChrono], {{inconnu}}' });
      expect(answer()?.fields[1]?.value).withContext('from the beginning').toBe('Votre courrier A-2026-000001');
    });

    it('and sends by braces what the server fills', () => {
      const { body } = answer()?.fields[0]?.fills?.('AR') ?? {};
      expect(answer()?.send?.({ template: 'AR', body, closes: true })).toEqual({ template: 'AR', body: 'Objet 1, Autonomie, 1 place de la Loire, 98300 Valmorin, {{servicePhone}}, {{ourChrono}}, {{inconnu}}', closes: true });
    });

    it('and says what is filled in later and what nobody knows', () => {
      expect(answer()?.open?.({ template: 'AR', subject: '', body: '[le servicePhone] [le ourChrono] {{inconnu}}' })).toEqual({ later: ['[le ourChrono]'], unknown: ['[le servicePhone]', '{{inconnu}}'] });
      expect(answer()?.open?.({ template: '', subject: '', body: '{{inconnu}}' })).withContext('without a letter').toEqual({ later: [], unknown: [] });
    });

    it('never reads what a citizen wrote as a template', () => {
      const { body } = answer({ subject: 'Mon objet {{service}}' })?.fields[0]?.fills?.('AR') ?? {};
      expect(body).toContain('[le subject], Autonomie');
    });
  });

  it('lets no starting day be declared that is to come', () => {
    expect(formOf('setTrigger', known())?.fields[0]?.latest).toBe('2026-11-22');
  });

  it('leaves out of the call what was left empty', () => {
    expect(bodyOf({ reason: ' non ', service: '', closes: false, services: ['B'] })).toEqual({ reason: 'non', closes: false, services: ['B'] });
  });
});
