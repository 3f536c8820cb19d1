export type DelegationCode = 'NORD' | 'SUD' | 'EST' | 'OUEST' | 'CENTRE' | 'LITTORAL';

export interface Delegation {
  readonly code: DelegationCode;
  readonly name: string;
  /** Town of its seat. */
  readonly city: string;
  /** First and last postcode, both included. */
  readonly postcodes: readonly [string, string];
}

export interface Town {
  readonly city: string;
  readonly postcode: string;
}

/** The département that the demonstration invents: no such place exists, nor do its postcodes. */
export const authority = {
  name: 'Département de la Lys-et-Loire',
  assembly: 'Conseil départemental de la Lys-et-Loire',
  address: ['Hôtel du Département', '1 place de la Loire-Vive'],
  postcode: '98300',
  city: 'Valmorin-sur-Lys',
} as const;

export const delegations: readonly Delegation[] = [
  { code: 'NORD', name: 'Délégation territoriale Nord', city: 'Brévelles', postcodes: ['98100', '98149'] },
  { code: 'SUD', name: 'Délégation territoriale Sud', city: 'Montcourbe', postcodes: ['98150', '98199'] },
  { code: 'EST', name: 'Délégation territoriale Est', city: 'Hautefougère', postcodes: ['98200', '98249'] },
  { code: 'OUEST', name: 'Délégation territoriale Ouest', city: 'Landerive', postcodes: ['98250', '98299'] },
  { code: 'CENTRE', name: 'Délégation territoriale Centre', city: 'Valmorin-sur-Lys', postcodes: ['98300', '98349'] },
  { code: 'LITTORAL', name: 'Délégation territoriale du Littoral', city: 'Port-Lysandre', postcodes: ['98350', '98399'] },
];

const names: Record<DelegationCode, readonly string[]> = {
  NORD: ['Brévelles', 'Saint-Aubin-les-Étangs', 'Courtemaure', 'La Haie-Perdrix', 'Villedorin', 'Mesnil-Garou'],
  SUD: ['Montcourbe', 'Sainte-Oriane', 'Peyrelune', 'Les Ormelets', 'Tressagne', 'Vaudremont'],
  EST: ['Hautefougère', 'Rochemaille', 'Saint-Évroux-des-Bois', 'Gravelonne', 'Champrosiers', 'Les Trois-Moulins'],
  OUEST: ['Landerive', 'Saint-Corvin', 'Brandelac', 'Le Pré-Mesnard', 'Noirvault', 'La Chênelière'],
  CENTRE: ['Valmorin-sur-Lys', 'Saint-Oultrain', 'Bellegrange', 'Fontordière', 'Mazeray-le-Pont', 'Cherville-la-Grande'],
  LITTORAL: ['Port-Lysandre', 'La Barre-aux-Oies', 'Saint-Nazelin', "Les Sablières-d'Or", 'Pointe-Marelle', "L'Anse-Rousse"],
};

/** Every town, its postcode inside the range of its delegation; the seat has the first one. */
export const towns: readonly Town[] = delegations.flatMap(({ code, postcodes: [first] }) =>
  names[code].map((city, index) => ({ city, postcode: String(Number(first) + index * 7) })));
