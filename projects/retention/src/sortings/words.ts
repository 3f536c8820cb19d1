import type { Settings, SortingRule } from '@bannette/domain';

/** Words of the bordereau de tri; it is French practice's own paper. */
export const words = {
  title: 'Bordereau de tri',
  draft: 'Projet',
  authority: 'Autorité',
  row: 'Règle du tableau de gestion',
  reference: 'Référence',
  agreement: 'Accord des archives sur la règle',
  years: 'Années de départ de la DUA',
  allYears: 'toutes',
  services: 'Services producteurs',
  allServices: 'tous',
  criterion: 'Critère de tri',
  rule: 'Règle appliquée',
  digest: 'Empreinte de la liste (SHA-512)',
  page: 'page',
  kept: 'Conservés',
  notKept: 'Éliminables après visa',
  total: 'Total',
  totals: ['Décision', 'Dossiers et courriers isolés', 'Courriers', 'Fichiers', 'Volume'],
  byYear: ['Année', 'Conservés', 'Éliminables après visa'],
  list: ['N°', 'Rang', 'Courrier', 'Type', 'Service', 'Année', 'Fin de DUA', 'Fichiers', 'Volume', 'Règle', 'Décision', 'Motif d’écart'],
  decisions: { kept: 'conservé', notKept: 'non conservé' },
  affair: 'affaire',
  proposed: 'Proposé par',
  agreed: 'Accord de la personne chargée du contrôle scientifique et technique de l’État',
  agreedLines: ['Nom et qualité :', 'Date :', 'Signature :'],
  on: 'le',
  law: 'La sélection appartient à la personne chargée du contrôle scientifique et technique de l’État sur les archives (Code du patrimoine, art. R212-14). Ce tri ne vaut pas visa : ce qui n’est pas conservé ne peut être éliminé que par un bordereau d’élimination revêtu de son propre visa.',
} as const;

/** The rule in words, as the page and the paper have it. */
export function ruleInWords(rule: SortingRule, { types, services }: Pick<Settings, 'types' | 'services'>): string {
  const label = (all: readonly { readonly code: string; readonly label: string }[], code: string): string => all.find((one) => one.code === code)?.label ?? code;
  switch (rule.by) {
    case 'rank':
      return `un dossier ou courrier isolé sur ${rule.every}, dans l’ordre des numéros d’enregistrement, à partir du rang ${rule.first}`;
    case 'years':
      return `une année entière sur ${rule.every}, comptées depuis ${rule.first}`;
    case 'types':
      return `tous les courriers de type : ${rule.of.map((code) => label(types, code)).join(', ')}`;
    case 'services':
      return `tous les courriers des services : ${rule.of.map((code) => label(services, code)).join(', ')}`;
    case 'words':
      return `tous les courriers dont l’objet contient : ${rule.of.join(', ')}`;
    case 'letters':
      return `tous les courriers dont le nom du correspondant commence par : ${rule.of.join(', ')}`;
    case 'hand':
      return 'dossiers et courriers désignés un à un';
  }
}
