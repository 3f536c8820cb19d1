import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { mentionsMissing, silenceKinds, type Receipt } from './mentions.js';

describe('What a receipt must tell', () => {
  const { templates } = defaultSettings();
  const body = (code: string): string => templates.find((template) => template.code === code)?.body ?? '';
  const receipt = (more: Partial<Receipt> = {}): Receipt => ({ kind: 'receipt', electronic: true, ...more });

  it('is in each of the templates that come with the product, for what silence means there', () => {
    expect(mentionsMissing(body('ACCUSE_ENREGISTREMENT'), receipt({ kind: 'registrationReceipt' }))).toEqual([]);
    expect(mentionsMissing(body('ACCUSE_RECEPTION'), receipt({ electronic: false }))).toEqual([]);
    const templateOf = { silenceAccepts: 'ACCUSE_SVA', silenceRefuses: 'ACCUSE_SVR', documentAccess: 'ACCUSE_CADA', appeal: 'ACCUSE_RECOURS' } as const;
    for (const silence of silenceKinds) for (const electronic of [true, false]) expect(mentionsMissing(body(templateOf[silence]), receipt({ silence, electronic }))).withContext(silence).toEqual([]);
  });

  it('is told one by one where it lacks', () => {
    expect(mentionsMissing('Bien reçu.', receipt({ silence: 'silenceRefuses' }))).toEqual(['receivedOn', 'service', 'address', 'phone', 'silenceDay', 'remedies']);
    expect(mentionsMissing(body('ACCUSE_RECEPTION'), receipt({ silence: 'silenceAccepts' }))).toEqual(['silenceDay', 'certificate']);
    expect(mentionsMissing('Bien reçu.', receipt({ kind: 'registrationReceipt', silence: 'silenceAccepts' }))).toEqual(['receivedOn']);
  });

  it('may be said in words, and by e-mail address alone where it came so', () => {
    const text = 'Reçu le 3 mars 2026 par le service des routes, routes@lys.example, 02 99 00 00 01. À défaut de réponse elle sera réputée rejetée le 3 mai 2026 ; un recours est alors ouvert pendant deux mois.';
    expect(mentionsMissing(text, receipt({ silence: 'silenceRefuses' }))).toEqual([]);
    expect(mentionsMissing(text, receipt({ silence: 'silenceRefuses', electronic: false }))).toEqual(['address']);
    expect(mentionsMissing('Reçu le 3 mars 2026. Elle sera réputée rejetée un jour. Service, 98000 Lys, 0299000001, recours.', receipt({ silence: 'silenceRefuses' }))).toEqual(['silenceDay']);
  });
});
