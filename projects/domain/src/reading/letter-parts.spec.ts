import { readPostcode, readSender, readSubject } from './letter-parts.js';

const subject = (text: string): string | undefined => readSubject(text)?.value;
const sender = (text: string): string | undefined => readSender(text)?.value;
const postcode = (text: string): string | undefined => readPostcode(text)?.value;

describe('the subject', () => {
  for (const text of ['Objet : nids-de-poule', 'OBJET: nids-de-poule', '0bjet : nids-de-poule', 'Obiet ; nids-de-poule', 'Objct - nids-de-poule', '| Objet : nids-de-poule', 'Obj et : nids-de-poule']) {
    it(`follows "${text.slice(0, 9)}"`, () => expect(subject(`Bonjour\n${text}\n\nMonsieur,`)).toBe('nids-de-poule'));
  }
  it('goes on over lines in lower case, and over a cut word', () => {
    expect(subject('Objet : travaux sur la route départe-\nmentale 114\net son accotement\nMonsieur,')).toBe('travaux sur la route départementale 114 et son accotement');
  });
  it('is not a sentence on an objet', () => {
    expect(subject('Cet objet perdu : un sac.')).toBeUndefined();
    expect(subject('objet trouvé dans le car')).toBeUndefined();
  });
  it('is the heading of a form or an invoice that has no other', () => {
    expect([subject('Direction des routes\nDemande de permission de voirie\nNom : X'), subject('SARL Vrillac\nFACTURE n° 2026-12')]).toEqual(['Demande de permission de voirie', 'FACTURE n° 2026-12']);
  });
  it('is not there when nothing follows', () => expect(subject('Objet :\n\nMonsieur,')).toBeUndefined());
});

const town = 'Département de la Lys-et-Loire\nHôtel du Département\n98300 Valmorin-sur-Lys';

describe('the sender', () => {
  it('stands above the addressee', () => expect(sender(`Mme Odile Branchu\n27 rue des Cordiers\n98357 La Barre\n${town}\nObjet : x`)).toBe('Mme Odile Branchu'));
  it('stands beside the addressee', () => expect(sender('M. Jean Petit          Monsieur le Président du conseil départemental\n1 rue Basse')).toBe('M. Jean Petit'));
  it('stands below the addressee', () => expect(sender(`${town}\nEntreprise Vrillac\n3 rue du Port\n98350 Port-Lysandre\nObjet : x`)).toBe('Entreprise Vrillac'));
  it('signs at the end when the head does not name him', () => expect(sender(`${town}\nObjet : x\nMonsieur le Président,\nMerci.\nMme Agathe Roussel\n98278 Noirvault`)).toBe('Mme Agathe Roussel'));
  it('is neither the stamp nor the salutation nor the authority', () => {
    expect(sender(`REÇU LE 3 MARS 2026\nCOURRIER ARRIVÉ\n${town}\nMadame, Monsieur,\nVous trouverez ci-joint`)).toBeUndefined();
  });
  it('goes on over two lines when it is an organisation', () => {
    expect(sender(`Syndicat libre des agents\ndépartementaux\n12 quai Neuf\n98321 Fontordière\n${town}`)).toBe('Syndicat libre des agents départementaux');
    expect(sender(`Mme Odile Branchu\nrésidence du Port\n98350 Port-Lysandre\n${town}`)).toBe('Mme Odile Branchu');
  });
  it('is cleaned of the marks of a pen', () => expect(sender(`Mairie de Valmorin a |\n${town}`)).toBe('Mairie de Valmorin'));
  it('is not the heading of a form', () => expect(sender('Direction des routes\nDemande de permission de voirie\nRemplir en capitales')).toBeUndefined());
  it('is less sure without a title', () => {
    expect(readSender('Loïc Tanguy\n1 chemin Vert\n98285 La Chênelière')).toEqual({ value: 'Loïc Tanguy', confidence: 0.45, because: 'Loïc Tanguy' });
    expect(readSender('M. Loïc Tanguy\n1 chemin Vert')?.confidence).toBe(0.7);
  });
});

describe('the postcode', () => {
  it('is the sender’s, not the addressee’s', () => {
    expect(postcode(`M. Jean Petit\n98100 Brévelles\n${town}`)).toBe('98100');
    expect(postcode(`${town}\nM. Jean Petit\n98100 Brévelles`)).toBe('98100');
  });
  it('is hardly sure when it can only be the addressee’s', () => expect(readPostcode(`M. Jean Petit\n${town}`)).toEqual(jasmine.objectContaining({ value: '98300', confidence: 0.3 })));
  for (const [text, value] of [['98 100 Brévelles', '98100'], ['9810O Brévelles', '98100'], ['981l4 L’Anse-Rousse', '98114'], ['ZA du Moulin - 98221 Gravelonne', '98221'], ['F-98221 GRAVELONNE', '98221']] as const) {
    it(`is read from "${text}"`, () => expect(postcode(text)).toBe(value));
  }
  for (const text of ['02 41 98 22 13', 'SIRET 512 345 678 00014', 'Dossier 98221 du 3 mars', '98221', 'N° 2026 S 004417\nPort-Lysandre']) {
    it(`is not read from "${text.replace('\n', '⏎')}"`, () => expect(postcode(text)).toBeUndefined());
  }
});
