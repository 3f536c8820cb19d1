import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { formsSetting, type FormsSetting } from '../settings/forms.js';
import { customValuesOf, defaultsOf, flawsIn, flawsOfValue } from './check.js';
import { stateOf } from './conditions.js';
import { builtInFields } from './fields.js';
import { formFlaws, lostFields } from './flaws.js';
import { mailKinds } from './kinds.js';
import { propertiesOf, valuesIn } from './properties.js';
import { fieldsOf, formFor } from './resolve.js';
import { formsOf } from './terms.js';
import { mayRegister, mayRegisterFor } from './rights.js';

const said = (text: string) => ({ fr: text });
const setting = (change: object = {}): FormsSetting =>
  formsSetting.parse({
    fields: [
      { key: 'amount', type: 'number', label: said('Montant'), min: 0, max: 100 },
      { key: 'topic', type: 'list', label: said('Motif'), choices: [{ code: 'A', label: said('a') }, { code: 'B', label: said('b') }] },
      { key: 'detail', type: 'text', label: said('Détail'), max: 5 },
      { key: 'proof', type: 'text', label: said('Preuve') },
      { key: 'gone', type: 'text', label: said('Ancien'), retired: true },
    ],
    forms: [
      { kind: 'call', sections: [{ label: said('Motif'), fields: [{ field: 'topic', required: true }, { field: 'detail', showWhen: [{ field: 'topic', operator: 'is', value: 'B' }] }, { field: 'proof', showWhen: [{ field: 'detail', operator: 'filled' }], requireWhen: [{ field: 'detail', operator: 'contains', value: 'ete' }] }, { field: 'gone' }, { field: 'subject', hidden: true }] }] },
      { kind: 'call', type: 'FACTURE', sections: [{ fields: [{ field: 'amount', default: '3.5' }, { field: 'topic', default: 'Z' }] }] },
    ],
    ...change,
  });
const call = { parties: [{ name: 'Anne' }], calledAt: '2026-11-22T10:00:00.000Z', service: 'ROUTES', subject: 'Rappel' };

describe('A list of a form', () => {
  const thesaurus = [['VOIRIE', undefined], ['CHAUSSEE', 'VOIRIE'], ['NID_DE_POULE', 'CHAUSSEE'], ['TROTTOIR', 'VOIRIE'], ['SOCIAL', undefined]].map(([code, broader]) => ({ code: String(code), label: String(code), scheme: 'subject' as const, ...(broader ? { broader } : {}), altLabels: [], hiddenLabels: [], retired: code === 'TROTTOIR' }));
  const forms = setting({ fields: [{ key: 'theme', type: 'list', label: said('Thème'), terms: 'VOIRIE' }], forms: [{ kind: 'call', sections: [{ fields: [{ field: 'theme', required: true }] }] }] });

  it('may be a branch of the thesaurus: its terms with their hierarchy, and none from elsewhere', () => {
    const [field] = formsOf({ forms, thesaurus }).fields;
    expect(field?.choices).toEqual([{ code: 'CHAUSSEE', label: said('CHAUSSEE') }, { code: 'NID_DE_POULE', label: said('\u2003NID_DE_POULE') }, { code: 'TROTTOIR', label: said('TROTTOIR'), retired: true }]);
    const flaws = (theme: string) => flawsIn(formFor('call', undefined, formsOf({ forms, thesaurus })), { ...call, theme }).map(({ code }) => code);
    expect([flaws('NID_DE_POULE'), flaws('SOCIAL'), flaws('VOIRIE')]).toEqual([[], ['notAChoice'], ['notAChoice']]);
  });

  it('has choices of its own or a branch, never both, and the branch has terms', () => {
    const field = (more: object) => formsSetting.safeParse({ fields: [{ key: 'theme', type: 'list', label: said('Thème'), ...more }], forms: [] }).success;
    expect([field({ terms: 'VOIRIE' }), field({}), field({ terms: 'VOIRIE', choices: [{ code: 'A', label: said('a') }] }), field({ type: 'text', terms: 'VOIRIE' })]).toEqual([true, false, false, false]);
    const found = (terms: string) => formFlaws({ ...defaultSettings(), thesaurus, forms: setting({ fields: [{ key: 'theme', type: 'list', label: said('Thème'), terms }], forms: [] }) }).map(({ path }) => path);
    expect([found('VOIRIE'), found('SOCIAL'), found('NOWHERE')]).toEqual([[], ['forms.fields.theme.terms'], ['forms.fields.theme.terms']]);
  });
});

describe('An entry form', () => {
  it('is that of the type, else that of the kind, else all that the product asks', () => {
    expect(fieldsOf(formFor('call', 'FACTURE', setting())).slice(0, 2).map(({ field }) => field)).toEqual(['amount', 'topic']);
    expect(fieldsOf(formFor('call', 'RSA', setting()))[0]?.field).toBe('topic');
    for (const kind of mailKinds) expect(fieldsOf(formFor(kind, undefined, { fields: [], forms: [] })).map(({ field }) => field)).toEqual(builtInFields[kind].map(({ key }) => key));
  });
  it('always asks what a mail of its kind can’t be without, and never what is retired or unknown', () => {
    const form = formFor('call', undefined, setting());
    expect(fieldsOf(form).map(({ field }) => field)).toEqual(['topic', 'detail', 'proof', 'subject', 'parties', 'calledAt', 'service']);
    expect(fieldsOf(form).find(({ field }) => field === 'subject')).toEqual(jasmine.objectContaining({ hidden: false, required: true, always: true }));
  });
  it('shows and requires by what other fields say; what isn’t shown says nothing', () => {
    const form = formFor('call', undefined, setting());
    const shown = (values: object) => [...stateOf(form, { ...call, ...values }).shown].filter((field) => ['detail', 'proof'].includes(field));
    expect(shown({ topic: 'A' })).toEqual([]);
    expect(shown({ topic: 'B' })).toEqual(['detail']);
    expect(shown({ topic: 'B', detail: 'été' })).toEqual(['detail', 'proof']);
    expect(shown({ topic: 'A', detail: 'été' })).toEqual([]);
    expect(stateOf(form, { ...call, topic: 'B', detail: 'Été' }).required.has('proof')).toBeTrue();
    expect(stateOf(form, { ...call, topic: 'B', detail: 'autre' }).required.has('proof')).toBeFalse();
  });
  it('tells each flaw with its field, and keeps only answered custom fields that are shown', () => {
    const form = formFor('call', undefined, setting());
    expect(flawsIn(form, { topic: 'C', detail: 'trop long', parties: [], calledAt: '', service: 'S', subject: ' ' })).toEqual([{ field: 'topic', code: 'notAChoice' }, { field: 'subject', code: 'required' }, { field: 'parties', code: 'required' }, { field: 'calledAt', code: 'required' }]);
    expect(flawsIn(form, { ...call, topic: 'B', detail: 'trop long' })).toEqual([{ field: 'detail', code: 'tooLong', limit: 5 }]);
    expect(customValuesOf(form, { ...call, topic: 'A', detail: 'caché', proof: '' })).toEqual({ topic: 'A' });
  });
  it('begins with its defaults, but never with one that is no value', () => {
    expect(defaultsOf(formFor('call', 'FACTURE', setting()), '2026-11-22')).toEqual({ amount: 3.5 });
    const dated = formFor('note', undefined, setting({ forms: [{ kind: 'note', sections: [{ fields: [{ field: 'documentDate', default: 'today' }] }] }] }));
    expect(defaultsOf(dated, '2026-11-22')).toEqual({ documentDate: '2026-11-22' });
  });
  it('takes of each type what is of that type', () => {
    const flaws = (type: string, value: unknown, more = {}) => flawsOfValue(formsSetting.parse({ fields: [{ key: 'one', type, label: said('x'), ...more }] }).fields[0]!, value).map(({ code }) => code);
    const choices = { choices: [{ code: 'A', label: said('a') }] };
    expect([flaws('number', '3'), flaws('number', Number.NaN), flaws('number', 3)]).toEqual([['notNumber'], ['notNumber'], []]);
    expect([flaws('date', '2026-02-30'), flaws('date', '2026-02-28')]).toEqual([['notDay'], []]);
    expect([flaws('yesNo', 'yes'), flaws('yesNo', false)]).toEqual([['notYesNo'], []]);
    expect([flaws('multiList', ['A', 'B'], choices), flaws('multiList', ['A'], choices), flaws('list', ['A'], choices)]).toEqual([['notAChoice'], [], ['notAChoice']]);
    expect([flaws('correspondent', 'Anne'), flaws('correspondent', { name: 'Anne', admin: true }), flaws('correspondent', { id: 'x', name: 'Anne' })]).toEqual([['notCorrespondent'], ['notCorrespondent'], []]);
    expect(flaws('text', { name: 'Anne' })).toEqual(['notText']);
  });
});

describe('Settings of forms', () => {
  it('are refused where they lead nowhere or say a thing twice', () => {
    const flaws = (forms: FormsSetting) => formFlaws({ ...defaultSettings(), forms }).map(({ path, code }) => `${path} ${code}`);
    expect(flaws(setting())).toEqual([]);
    expect(flaws(setting({ forms: [{ kind: 'note', type: 'NOWHERE', sections: [{ fields: [{ field: 'callBack' }, { field: 'subject', showWhen: [{ field: 'nobody', operator: 'filled' }] }] }] }] }))).toEqual(['forms.note.NOWHERE.type unknown', 'forms.note.NOWHERE unknown', 'forms.note.NOWHERE.conditions unknown']);
    expect(formsSetting.safeParse({ fields: [{ key: 'subject', type: 'text', label: said('x') }] }).success).toBeFalse();
    expect(formsSetting.safeParse({ fields: [{ key: 'choice', type: 'list', label: said('x') }] }).success).toBeFalse();
  });
  it('may add fields, and retire them; a field is never taken away, nor made another', () => {
    const before = setting();
    expect(lostFields(before, { ...before, fields: before.fields.map((field) => ({ ...field, retired: true })) })).toEqual([]);
    expect(lostFields(before, { ...before, fields: before.fields.slice(2).map((field) => ({ ...field, type: 'date' as const })) }).map(({ key, code }) => `${key} ${code}`)).toEqual(['amount removed', 'topic removed', 'detail retyped', 'proof retyped', 'gone retyped']);
  });
});

describe('Custom fields as properties of Alfresco', () => {
  it('go there and come back, those alone that it has', () => {
    const { fields } = setting({ fields: [{ key: 'amount', type: 'number', label: said('x') }, { key: 'day', type: 'date', label: said('x') }, { key: 'who', type: 'correspondent', label: said('x') }, { key: 'late', type: 'text', label: said('x') }], forms: [] });
    const values = { amount: 12.5, day: '2026-11-22', who: { name: 'Anne' }, late: 'plus tard' };
    const properties = propertiesOf(values, fields, new Set(['gecf:amount', 'gecf:day', 'gecf:who']));
    expect(properties).toEqual({ 'gecf:amount': 12.5, 'gecf:day': '2026-11-22T00:00:00.000Z', 'gecf:who': '{"name":"Anne"}' });
    expect(valuesIn({ ...properties, 'gecf:day': '2026-11-22T00:00:00.000Z', 'gecf:who': '{"name":"Anne"}' }, fields, { late: 'plus tard' })).toEqual(values);
    expect(propertiesOf({}, fields, new Set(['gecf:amount']))).toEqual({ 'gecf:amount': null });
  });
});

describe('Registering through a form', () => {
  const person = (...groups: string[]) => ({ id: 'p', displayName: 'P', groups });
  it('is the mail room’s for every kind, a service’s for all but what comes in, and nobody else’s', () => {
    const settings = defaultSettings();
    const kinds = (...groups: string[]) => mailKinds.filter((kind) => mayRegister(person(...groups), kind, settings));
    expect(kinds('GROUP_GEC_COURRIER')).toEqual([...mailKinds]);
    expect(kinds('GROUP_GEC_S_ROUTES')).toEqual(['outgoing', 'note', 'signature', 'call']);
    expect(kinds('GROUP_GEC_ADMIN')).toEqual([]);
    expect([mayRegisterFor(person('GROUP_GEC_S_ROUTES'), 'ROUTES'), mayRegisterFor(person('GROUP_GEC_S_ROUTES'), 'RH'), mayRegisterFor(person('GROUP_GEC_COURRIER'), 'RH')]).toEqual([true, false, true]);
  });
});
