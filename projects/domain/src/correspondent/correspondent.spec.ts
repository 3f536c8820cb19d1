import { envelopeLines, flawsOfAddress, foldedLines } from './address.js';
import { sameBecause, type CorrespondentFacts } from './likeness.js';
import { mayWithCorrespondents, correspondentActions } from './rights.js';
import { isSiret } from './siret.js';

const facts = (given: Partial<CorrespondentFacts>): CorrespondentFacts => ({ kind: 'individual', name: 'Odile Vasseur', emails: [], phones: [], addressLines: [], sounds: [], ...given });

describe('An address', () => {
  it('is written as the post reads it: the town in capitals, without accents', () => {
    expect(envelopeLines('Odile Vasseur', { lines: ['Appartement 4', '12 rue des Écoles'], postcode: '98310', city: 'Saint-Aubin-lès-Élbe', country: 'France' })).toEqual(['Odile Vasseur', 'Appartement 4', '12 rue des Écoles', '98310 SAINT AUBIN LES ELBE']);
    expect(envelopeLines('CPAS', { lines: ['Rue Haute 298 A'], postcode: '1000', city: 'Bruxelles', country: 'Belgique' }).at(-1)).toBe('BELGIQUE');
  });
  it('gives a wide name a second line where there is room, and never loses town or country', () => {
    const name = 'Association départementale des familles et amis de malades';
    const wide = ['Association départementale des', 'familles et amis de malades'];
    expect(envelopeLines(name, { lines: ['3 rue Haute'], postcode: '98310', city: 'Lys' })).toEqual([...wide, '3 rue Haute', '98310 LYS']);
    const full = { lines: ['Étage 2', 'Bâtiment B', '3 rue Haute', 'BP 12'], postcode: '1000', city: 'Bruxelles', country: 'Belgique' };
    expect(envelopeLines(name, full)).toEqual([wide[0] ?? '', ...full.lines, '1000 BRUXELLES', 'BELGIQUE']);
  });
  it('that is too wide is parted between words, and nothing of it is lost', () => {
    const street = '125 bis avenue du Maréchal de Lattre de Tassigny';
    expect(foldedLines(['Chez M. Roux', street, ''])).toEqual(['Chez M. Roux', '125 bis avenue du Maréchal de Lattre', 'de Tassigny']);
    for (const text of [street, 'x'.repeat(100), 'a '.repeat(60)]) {
      const folded = foldedLines([text]);
      expect(Math.max(...folded.map(({ length }) => length))).toBeLessThanOrEqual(38);
      expect(folded.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
    }
  });

  it('is told what keeps it from being delivered', () => {
    expect(flawsOfAddress({ lines: ['12 rue X'], postcode: '9831', city: 'Lys' })).toEqual(['postcode']);
    expect(flawsOfAddress({ lines: ['12 rue X'], postcode: '98310' })).toEqual(['cityMissing']);
    expect(flawsOfAddress({ lines: [] })).toEqual(['empty']);
    expect(flawsOfAddress({ lines: ['Rue Haute 298'], postcode: '1000', city: 'Bruxelles', country: 'Belgique' })).toEqual([]);
  });
});

describe('A SIRET', () => {
  it('agrees with its key', () => {
    expect(['73282932000074', '732 829 320 00074', '35600000000048', '35600000049837'].map(isSiret)).toEqual([true, true, true, true]);
    expect(['73282932000075', '7328293200007', 'A3282932000074', '35600000049838'].map(isSiret)).toEqual([false, false, false, false]);
  });
});

describe('Two correspondents', () => {
  it('are the same for reasons that are told', () => {
    expect(sameBecause(facts({ postcode: '98310' }), facts({ postcode: '98310' }))).toEqual({ because: ['sameName'], score: 0.75 });
    expect(sameBecause(facts({}), facts({ name: 'VASSEUR Odile' }))?.because).toEqual(['wordsInOtherOrder']);
    expect(sameBecause(facts({ phones: ['06 12 34 56 78'] }), facts({ name: 'O. Vasseur', phones: ['+33612345678'], emails: [] }))).toBeUndefined();
    expect(sameBecause(facts({ phones: ['06 12 34 56 78'], emails: ['o@x.example'] }), facts({ name: 'O. Vasseur', phones: ['+33612345678'], emails: ['O@x.example'] }))?.because).toEqual(['email', 'phone']);
    expect(sameBecause(facts({ sounds: [['odil'], ['vaser']] }), facts({ name: 'Odyle Vaceur', sounds: [['vaser'], ['odil']] }))?.because).toEqual(['soundsAlike']);
  });
  it('are not, of one name in two towns, or with two SIRETs', () => {
    expect(sameBecause(facts({ postcode: '98310' }), facts({ postcode: '98100' }))).toBeUndefined();
    expect(sameBecause(facts({ siret: '1' }), facts({ siret: '2', emails: [] }))).toBeUndefined();
    expect(sameBecause(facts({}), facts({ name: 'Paul Vasseur' }))).toBeUndefined();
  });
});

describe('The directory of correspondents', () => {
  const settings = { services: [{ code: 'ROUTES', label: 'Routes', kind: 'service' as const, compartments: [] }] };
  const rights: { readonly [groups: string]: string } = {
    'COURRIER': 'see add change merge',
    'S_ROUTES': 'see',
    'S_ROUTES S_ROUTES__SECRETARIAT': 'see add change',
    'ADMIN': 'see merge import',
    'DPO': '',
    'ARCHIVES': '',
    '': '',
  };
  for (const [groups, expected] of Object.entries(rights)) {
    it(`is for ${groups || 'somebody in no group'} to ${expected || 'leave alone'}`, () => {
      const person = { id: 'x', displayName: 'X', groups: groups.split(' ').filter(Boolean).map((group) => `GROUP_GEC_${group}`) };
      expect(correspondentActions.filter((action) => mayWithCorrespondents(person, action, settings)).join(' ')).toBe(expected);
    });
  }
});
