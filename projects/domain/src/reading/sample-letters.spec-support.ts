import { readFileSync } from 'node:fs';

/** What a person reads on a letter of `spec-data/letters`, written for these specs as recognition returns such pages. */
export interface SampleLetter {
  readonly file: string;
  readonly type: string;
  readonly sender: string;
  readonly date: string;
  readonly received?: string;
  readonly postcode: string;
  readonly subject?: string;
}

const rows = `
agrement_assmat | AGREMENT_ASSMAT | Madame Corinne Delahousse | 2026-02-10 | | 98264 | renouvellement de mon agrément d'assistante maternelle
apa | APA | Madame Jacqueline Thébault | 2026-05-11 | | 98157 | dossier A.P.A. de ma mère
arret_travail | ARRET_TRAVAIL | Mme Sandrine PETITBON | 2026-01-31 | 2026-02-03 | 98214 | arrêt de travail
ase_courrier | ASE_COURRIER | Mme Élodie Carpentier | 2026-03-16 | | 98221 | droit de visite pour mes enfants placés
ase_info_preoccupante | ASE_INFO_PREOCCUPANTE | École élémentaire Les Hirondelles | 2026-06-09 | 2026-06-10 | 98128 | information préoccupante concernant un élève de CE1
cada | CADA | Collectif Eau Claire du Littoral | 2026-03-04 | | 98371 | communication de documents administratifs
candidature | CANDIDATURE | Thibault Courvoisier | 2026-01-22 | | 98100 | candidature spontanée - agent d'accueil
college_derogation | COLLEGE_DEROGATION | M. Bastien Le Guillou | 2026-04-06 | | 98342 | demande de dérogation à la carte scolaire
courrier_general | COURRIER_GENERAL | Caisse de retraite des Trois Rivières | 2026-03-09 | 2026-03-11 | 98250 | changement d’adresse de nos bureaux
demande_renseignement | DEMANDE_RENSEIGNEMENT | Mme Odile BRANCHU | 2026-02-14 | | 98357 | demande de renseignements
facture | FACTURE | SARL TERRASSEMENTS GOUVERNEUR | 2026-04-30 | | 98221 | FACTURE n° 2026-0417
fsl | FSL | Mme Fatoumata Sylla | 2026-02-03 | | 98200 | dette de loyer, demande d'aide du FSL
intervention_elu | INTERVENTION_ELU | Mme Solange Ferrandier | 2026-03-12 | | 98100 | situation de Monsieur B., demeurant à Courtemaure
invitation | INVITATION | Comité des fêtes de Saint-Corvin | 2026-06-02 | | 98257 | invitation à l'inauguration de la salle polyvalente
medical | MEDICAL | Docteur Hélène MARCHETERRE | 2026-05-18 | | 98300 | compte rendu d'hospitalisation
pch_mdph | PCH_MDPH | Monsieur Franck OUDINOT | 2026-02-20 | 2026-02-23 | 98364 | renouvellement PCH et carte mobilité inclusion
permission_voirie | PERMISSION_VOIRIE | SAS Hydro-Réseaux de l'Est | 2026-05-19 | | 98207 | Demande de permission de voirie - RD 27, PR 12+300
pmi | PMI | Cabinet de sages-femmes du Port | 2026-03-25 | | 98350 | suivi de grossesse de Mme D., née le 14 août 1998
reclamation | RECLAMATION | Monsieur Aimé LESTOQUOY | 2026-01-17 | 2026-01-20 | 98171 | Réclamation - dossier en attente
recours_gracieux | RECOURS_GRACIEUX | Mlle Noémie Vasseur-Aubry | 2026-05-05 | | 98200 | recours gracieux contre votre décision du 24 mars 2026
rgpd_droits | RGPD_DROITS | Loïc Tanguy | 2026-04-24 | 2026-04-28 | 98285 | droit d'accès (article 15 du RGPD)
rsa | RSA | M. Cyril Mangin | 2026-04-27 | | 98100 | suspension du RSA
sinistre_domaine | SINISTRE_DOMAINE | Mutuelle Lysienne d'Assurance | 2026-02-12 | | 98350 | dégâts au domaine public du 30 janvier 2026 - RD 8
stage | STAGE | Madame Inès Belkacem | 2025-09-08 | | 98300 | Demande de stage (octobre à décembre 2025)
subvention | SUBVENTION | ASSOCIATION « LES GALOCHES DE TRESSAGNE » | 2026-04-13 | 2026-04-16 | 98178 | Demande de subvention de fonctionnement pour l’année 2026
syndicat | SYNDICAT | Union départementale des agents territoriaux | 2026-05-21 | | 98300 | préavis de grève pour le 4 juin 2026
transport_scolaire | TRANSPORT_SCOLAIRE | Mme Leïla Haddad | 2025-08-29 | 2025-09-02 | 98264 | transport scolaire de mon fils Yanis, élève en situation de handicap
voirie | VOIRIE | M. et Mme Gérard HUCHEDÉ | 2026-03-01 | | 98135 | état de la chaussée, RD 114
voirie_signed_only | VOIRIE | Mme Agathe Roussel | 2026-01-13 | | 98278 | Déneigement de la route départementale 31`;

export const sampleLetters: readonly SampleLetter[] = rows.trim().split('\n').map((row) => {
  const [file = '', type = '', sender = '', date = '', received, postcode = '', subject] = row.split('|').map((cell) => cell.trim());
  return { file, type, sender, date, received: received || undefined, postcode, subject: subject || undefined };
});

export const textOf = (letter: SampleLetter): string => readFileSync(new URL(`../../spec-data/letters/${letter.file}.txt`, import.meta.url), 'utf8');

const confusions: readonly (readonly [string, string])[] = [['m', 'rn'], ['l', '1'], ['i', 'l'], ['é', 'e'], ['è', 'é'], ['o', '0'], ['e', 'c'], ['u', 'n'], ['à', 'a'], ['ê', 'é'], [' ', '  '], [',', '.'], ['s', '5'], ['t', 'f']];

/** The text as a worse scan would give it: about one letter in `every` read for another; the same each time for one `seed`. */
export function misread(text: string, every: number, seed: number): string {
  let state = seed;
  return [...text].map((letter) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const read = confusions.filter(([right]) => right === letter)[0]?.[1];
    return read && state % 1000 < 1000 / every ? read : letter;
  }).join('');
}
