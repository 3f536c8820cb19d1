import { thesaurusTerm, type ThesaurusTerm } from '../settings/thesaurus.js';
import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { compareTerms } from './compare.js';
import { flawsOfTerms } from './flaws.js';
import { proposeNature } from './propose.js';
import { secrecyOfNatures } from './secrecy.js';
import { narrowerOf, pathOf, treeOf } from './tree.js';

const term = (code: string, more: Partial<ThesaurusTerm> = {}): ThesaurusTerm => thesaurusTerm.parse({ code, label: code.toLowerCase(), scheme: 'nature', ...more });
const terms = [term('RESSOURCES'), term('SALAIRE', { broader: 'RESSOURCES' }), term('AVIS', { broader: 'RESSOURCES' }), term('AVIS_RECTIFIE', { broader: 'AVIS' }), term('LOGEMENT', { scheme: 'subject' })];

describe('The thesaurus', () => {
  it('is a tree by label, one for each scheme', () => {
    const [top] = treeOf(terms, 'nature');
    expect(treeOf(terms, 'nature').length).toBe(1);
    expect(top?.children.map((node) => node.term.code)).toEqual(['AVIS', 'SALAIRE']);
    expect(top?.children[0]?.children[0]?.depth).toBe(2);
    expect(treeOf(terms, 'subject').map((node) => node.term.code)).toEqual(['LOGEMENT']);
  });

  it('loses no term to a circle or a gap, and walks a circle once', () => {
    const odd = [term('A', { broader: 'B' }), term('B', { broader: 'A' }), term('C', { broader: 'GONE' }), term('D', { broader: 'A' })];
    const flat = (nodes: ReturnType<typeof treeOf>): string[] => nodes.flatMap((node) => [node.term.code, ...flat(node.children)]);
    expect(flat(treeOf(odd, 'nature')).sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(pathOf(odd, 'A').map(({ code }) => code)).toEqual(['B', 'A']);
  });

  it('knows what lies under a term', () => {
    expect(narrowerOf(terms, 'AVIS')).toEqual(['AVIS', 'AVIS_RECTIFIE']);
    expect(pathOf(terms, 'AVIS_RECTIFIE').map(({ code }) => code)).toEqual(['RESSOURCES', 'AVIS', 'AVIS_RECTIFIE']);
  });

  it('says what a version changes of the one before', () => {
    const after = [terms[0]!, { ...terms[1]!, label: 'Bulletin', broader: undefined }, { ...terms[2]!, retired: true, replacedBy: 'SALAIRE' }, term('NEUF'), terms[4]!];
    expect(compareTerms(terms, after).map(({ code, change }) => `${code} ${change}`)).toEqual(['SALAIRE renamed', 'SALAIRE moved', 'AVIS retired', 'NEUF added', 'AVIS_RECTIFIE removed']);
    expect(compareTerms(terms, terms)).toEqual([]);
    expect(compareTerms(after, terms).map(({ change }) => change)).toContain('restored');
  });

  it('refuses circles, broader terms of another scheme, replacements that are retired, unknown compartments and twins', () => {
    const flaws = (...of: ThesaurusTerm[]): string[] => flawsOfTerms(of, new Set(['ASE'])).map(({ code, path }) => `${path}: ${code}`);
    expect(flaws(...terms)).toEqual([]);
    expect(flaws(term('A', { broader: 'A' }))).toEqual(['thesaurus.A.broader: cycle']);
    expect(flaws(term('A', { broader: 'B' }), term('B', { broader: 'A' }))).toEqual(['thesaurus.A.broader: cycle', 'thesaurus.B.broader: cycle']);
    expect(flaws(term('A', { broader: 'L' }), term('L', { scheme: 'subject' }))).toEqual(['thesaurus.A.broader: otherScheme']);
    expect(flaws(term('A', { retired: true, replacedBy: 'B' }), term('B', { retired: true }))).toEqual(['thesaurus.A.replacedBy: replacementRetired']);
    expect(flaws(term('A', { compartment: 'GONE' }))).toEqual(['thesaurus.A.compartment: unknown']);
    expect(flaws(term('A', { label: 'Bail' }), term('B', { label: 'bail' }))).toEqual(['thesaurus.B.label: duplicate']);
    expect(flaws(term('A', { label: 'Bail' }), term('B', { label: 'bail', retired: true }))).toEqual([]);
  });
});

describe('The nature of a document', () => {
  const { thesaurus } = defaultSettings();
  const propose = (...pages: string[]) => proposeNature(pages, thesaurus);
  const samples: readonly [text: string, nature: string][] = [
    ['DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES\nAVIS D’IMPÔT 2026\nImpôt sur les revenus\nRevenu fiscal de référence : 12 345', 'AVIS_IMPOSITION'],
    ['Caisse d’Allocations Familiales\nAttestation de paiement\nNuméro allocataire 1234567', 'ATTESTATION_CAF'],
    ['Cabinet du Dr Morel, docteur en médecine\nCERTIFICAT MÉDICAL\nJe certifie avoir examiné ce jour', 'CERTIFICAT_MEDICAL'],
    ['Facture d’électricité\nPoint de livraison 123\nMontant TTC 54,00', 'JUSTIFICATIF_DOMICILE'],
    ['RELEVÉ D’IDENTITÉ BANCAIRE\nIBAN FR76 BIC AGRIFRPP', 'RIB'],
    ['Madame,\nJe vous écris au sujet de ma demande.\nJe vous prie d’agréer', 'COURRIER'],
  ];
  for (const [text, nature] of samples) {
    it(`is ${nature} by the words that stand in it`, () => {
      const proposed = propose(text);
      expect(proposed?.value).toBe(nature);
      expect(proposed?.because.length).toBeGreaterThan(2);
      expect(proposed?.confidence).toBeGreaterThan(0);
    });
  }

  it('is not proposed from words that say nothing, nor from a retired term', () => {
    expect(propose('Bonjour')).toBeUndefined();
    expect(proposeNature(['Bail'], [term('BAIL', { label: 'Bail', retired: true })])).toBeUndefined();
  });

  it('makes its mail as secret as the most confidential one, in its compartment', () => {
    expect(secrecyOfNatures(['FACTURE', null], thesaurus)).toEqual({ confidentiality: 0, compartment: undefined });
    expect(secrecyOfNatures(['RAPPORT_SOCIAL', 'CERTIFICAT_MEDICAL'], thesaurus)).toEqual({ confidentiality: 3, compartment: 'MEDICAL' });
    expect(secrecyOfNatures(['RAPPORT_SOCIAL'], thesaurus)).toEqual({ confidentiality: 2, compartment: undefined });
  });
});
