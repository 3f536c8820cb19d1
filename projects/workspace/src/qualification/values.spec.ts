import { mail } from '../testing/samples.js';
import { formFor, type FormsSetting } from '@bannette/domain';
import { askedFlaws, bodyOf, changesBetween, emptyValues, flawsOf, proposalFor, shownValues, startingValues } from './values.js';

const proposal = (value: string, because = value) => ({ value, confidence: 0.8, because });
const known = { types: ['RECLAMATION'], today: '2026-11-22' };
const filled = { ...emptyValues, type: 'RECLAMATION', senderName: 'Mme Barthélémy', subject: 'Réclamation', receivedAt: '2026-11-20' };

describe('The form of qualification', () => {
  it('begins with the day of the stamp, before the day told at the deposit', () => {
    const captured = mail('1', { receivedAt: '2026-11-20', proposals: { receivedAt: proposal('2026-11-19', 'REÇU LE 19/11/2026') } });
    expect(startingValues(captured).receivedAt).toBe('2026-11-19');
    expect(startingValues(mail('1', { receivedAt: '2026-11-20' })).receivedAt).toBe('2026-11-20');
  });

  it('never guesses the day of arrival from the day of the scan', () => {
    expect(startingValues(mail('1')).receivedAt).toBe('');
  });

  it('leaves what was read to be accepted: only the arrival stands there', () => {
    const captured = mail('1', { proposals: { type: proposal('RECLAMATION'), subject: proposal('Réclamation'), senderName: proposal('Mme B.') } });
    expect(startingValues(captured)).toEqual(emptyValues);
    expect(proposalFor('type', captured)?.value).toBe('RECLAMATION');
  });

  it('asks for type, sender, subject and arrival, and for nothing else', () => {
    expect(flawsOf(emptyValues, known)).toEqual({ type: 'required', senderName: 'required', subject: 'required', receivedAt: 'required' });
    expect(flawsOf(filled, known)).toEqual({});
  });

  it('says nothing of what stands in a field that the form hides', () => {
    const whole = { ...filled, documentDate: '2027-01-01', service: 'A', confidentiality: '2' };
    const shown = shownValues(whole, (field) => field === 'service');
    expect(bodyOf(shown)).toEqual(jasmine.objectContaining({ service: 'A', documentDate: undefined, confidentiality: undefined, subject: 'Réclamation' }));
    expect([flawsOf(whole, known).documentDate, flawsOf(shown, known).documentDate]).toEqual(['future', undefined]);
    expect(shownValues(whole, () => true)).toEqual(whole);
  });

  it('asks beside that what the form of the type can’t be without, where its conditions hold', () => {
    const asked = (field: string, more: object = {}) => ({ field, required: false, hidden: false, showWhen: [], requireWhen: [], ...more });
    const forms: FormsSetting = { fields: [], forms: [{ kind: 'incoming', type: 'RECLAMATION', sections: [{ fields: [asked('documentDate', { required: true }), asked('service', { requireWhen: [{ field: 'postmarkDate', operator: 'filled' as const }] })] }] }] };
    const flaws = (type: string, more: object = {}) => askedFlaws(formFor('incoming', type, forms), { ...filled, type, parties: [{ name: 'X' }], channel: 'post', ...more });
    expect(flaws('RECLAMATION')).toEqual({ documentDate: 'required' });
    expect(flaws('RECLAMATION', { documentDate: '2026-11-19' })).toEqual({});
    expect(flaws('AUTRE')).toEqual({});
    expect(askedFlaws(undefined, {})).toEqual({});
  });

  it('takes no type that the settings do not have', () => {
    expect(flawsOf({ ...filled, type: 'Reclam' }, known)).toEqual({ type: 'unknownType' });
  });

  it('takes no day to come, and no letter written or posted after it arrived', () => {
    expect(flawsOf({ ...filled, receivedAt: '2026-11-23' }, known)).toEqual({ receivedAt: 'future' });
    expect(flawsOf({ ...filled, documentDate: '2026-11-21', postmarkDate: '2026-11-21' }, known)).toEqual({ documentDate: 'order', postmarkDate: 'order' });
  });

  it('takes five figures for a postcode, another country’s after its sign, and what the card of a known sender says', () => {
    expect(flawsOf({ ...filled, postcode: '3407' }, known)).toEqual({ postcode: 'postcode' });
    for (const postcode of ['34070', ' 34070', 'B-1000', 'CH-1200', 'GB-SW1A 1AA']) expect(flawsOf({ ...filled, postcode }, known)).withContext(postcode).toEqual({});
    expect(flawsOf({ ...filled, senderId: '0192', postcode: '1000' }, known)).toEqual({});
  });

  it('sends what was said and leaves the rest to the rules', () => {
    const body = bodyOf({ ...filled, confidentiality: '0' });
    expect(body).toEqual(jasmine.objectContaining({ type: 'RECLAMATION', receivedAt: '2026-11-20', service: undefined, confidentiality: 0 }));
    expect(JSON.parse(JSON.stringify(body))).toEqual({ type: 'RECLAMATION', subject: 'Réclamation', receivedAt: '2026-11-20', confidentiality: 0, sender: { kind: 'individual', name: 'Mme Barthélémy' } });
  });

  it('tells what changed when somebody else was quicker', () => {
    expect(changesBetween(mail('1', { state: 'toQualify' }), mail('1', { state: 'voided', notes: 1 }))).toEqual(['state', 'notes']);
    expect(changesBetween(mail('1'), mail('1'))).toEqual([]);
  });
});
