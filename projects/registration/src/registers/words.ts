import type { RegisterKind } from '@bannette/domain';
import type { RegisterGap, RegisterLine } from '@bannette/http';

/** What is written in registers: they are kept in French, whatever the language of the screen. */
export const words = {
  title: 'Registre du courrier',
  number: 'registre n°',
  closed: 'Clos le',
  previous: 'Empreinte du registre précédent (SHA-256)',
  own: 'Empreinte du registre (SHA-256 du fichier CSV)',
  journal: 'Journal',
  none: 'Néant : aucun numéro attribué.',
  later: 'Suites données à des numéros de jours antérieurs',
  hidden: '(confidentiel)',
  unsigned: 'Ce registre n’est pas signé : aucune clé de signature n’est configurée.',
  signed: 'Signé électroniquement par',
  reason: 'Clôture du registre du courrier',
  page: 'page',
  why: 'Motif',
  reservedOn: 'réservé le',
  enteredOn: 'saisi le',
  voidedOn: 'annulé le',
  restoredOn: 'rétabli le',
  columns: ['Registre', 'N°', 'Nature', 'Mention', 'Attribué le', 'Réservé le', 'Annulé ou saisi le', 'Arrivée ou départ', 'Correspondant', 'Objet', 'Service', 'Motif', 'Empreintes des documents (SHA-512)'],
  shown: ['N°', 'Attribué', 'Nature', 'Jour', 'Correspondant', 'Objet', 'Service', 'Mention', 'Empreintes'],
  gaps: ['Constat', 'Registre', 'Année', 'Premier', 'Dernier', 'N°', 'Le', 'Motif'],
  sheet: 'Enregistrement manuel',
  sheetNote: 'À remplir pendant l’interruption, puis à saisir dans Bannette',
} as const;

const inside = ['Le', 'Heure', 'De', 'Pour', 'Téléphone', 'Objet', 'À faire avant le', 'Enregistré par'];
/** What a sheet asks, by what its numbers may be given to. */
const sheetFields: { readonly [kind in RegisterKind]: readonly string[] } = {
  incoming: ['Arrivé le', 'Heure', 'Mode d’arrivée', 'Expéditeur', 'Adresse', 'Objet', 'Service destinataire', 'Enregistré par'],
  outgoing: ['Parti le', 'Mode d’envoi', 'Destinataire', 'Adresse', 'Objet', 'Service expéditeur', 'Auteur', 'Enregistré par'],
  note: inside,
  signature: inside,
  call: inside,
};
const anyKind = ['Le', 'Heure', 'Nature', 'Correspondant', 'Adresse', 'Objet', 'Service', 'Enregistré par'];

/** Of a register of several kinds, the nature is asked as well. */
export function sheetFieldsOf(given: readonly RegisterKind[]): readonly string[] {
  const [first = 'incoming', ...others] = given;
  if (!others.length) return sheetFields[first];
  return given.includes('incoming') || given.includes('outgoing') ? anyKind : ['Nature', ...inside.filter((field) => field !== 'À faire avant le')];
}

export const kinds: { readonly [kind in RegisterKind]: string } = { incoming: 'Arrivée', outgoing: 'Départ', note: 'Note', signature: 'Signature', call: 'Appel' };
export const marks: { readonly [mark in RegisterLine['mark']]: string } = { given: '', voided: 'Annulé', reserved: 'Réservé', reservedVoided: 'Réservé, annulé', replayed: 'Réservé, saisi', restored: 'Rétabli', missing: 'Manquant' };
export const gapWords: { readonly [kind in RegisterGap['kind']]: string } = { missing: 'Manquant', voided: 'Annulé', reservedVoided: 'Réservé, annulé', reserved: 'Réservé, non utilisé', outOfOrder: 'Hors chronologie' };
