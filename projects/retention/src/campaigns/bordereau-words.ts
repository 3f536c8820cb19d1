/** Words of the bordereau d'élimination; it is French law's own paper. */
export const words = {
  title: 'Bordereau d’élimination',
  of: 'Campagne',
  authority: 'Autorité',
  service: 'Service producteur',
  until: 'Documents dont la durée d’utilité administrative est échue au',
  frozen: 'Liste arrêtée le',
  stamped: 'Horodatage',
  manifest: 'Empreinte du manifeste annexé (SHA-512)',
  page: 'page',
  total: 'Total',
  columns: ['N°', 'Intitulé', 'Dates extrêmes', 'Courriers', 'Fichiers', 'Volume', 'DUA', 'Référence', 'Boîtes', 'Observations (réservé aux archives)'],
  signatures: 'Signatures',
  asked: 'Établi par',
  validated: 'Validé par',
  approved: 'Approuvé par',
  head: 'Le responsable du service producteur',
  unsigned: 'non signé',
  byDelegation: 'par délégation de',
  headAbove: 'le responsable de',
  wanting: ', le service étant sans responsable',
  named: 'désigné par les archives, le responsable étant empêché',
  on: 'le',
  visa: 'Visa de la personne chargée du contrôle scientifique et technique de l’État sur les archives (Code du patrimoine, art. R212-14)',
  visaLines: ['Nom et qualité :', 'Date :', 'Signature :'],
  law: 'Toute élimination est interdite sans ce visa. Seuls les documents du manifeste annexé, désignés par leur empreinte, sont éliminés.',
  sealed: 'Scellé électroniquement par',
  reason: 'Bordereau d’élimination soumis au visa',
  years: 'ans',
  year: 'an',
} as const;

/** A volume as people read it; binary units, as file managers have them. */
export function volume(bytes: number): string {
  const units = ['o', 'Kio', 'Mio', 'Gio', 'Tio'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit ? value.toFixed(1).replace('.', ',') : value} ${units[unit]}`;
}

export const dua = (count: number): string => `${count} ${count > 1 ? words.years : words.year}`;
export const shortDay = (day: string): string => day.split('-').reverse().join('/');
