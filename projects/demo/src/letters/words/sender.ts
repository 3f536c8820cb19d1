import type { SenderKind } from '../letter.js';
import type { Random } from '../random.js';
import { contracted } from './french.js';
import { associations, clinics, colleges, companies, complements, landlords, menNames, specialities, streets, surnames, unions, womenNames } from './names.js';
import { towns, type Town } from './territory.js';

export type AuthorKind = 'individual' | 'doctor' | 'company' | 'association' | 'townHall' | 'college' | 'clinic' | 'landlord' | 'elected' | 'union';

export interface Person {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly female: boolean;
}

/** Who writes: the name at the head of the letter, and the person who signs it. */
export interface Sender {
  readonly author: AuthorKind;
  readonly kind: SenderKind;
  readonly name: string;
  /** Under the name in the letterhead: speciality, office, legal form. */
  readonly tagline?: string;
  readonly address: string[];
  readonly town: Town;
  readonly phone: string;
  readonly email: string;
  readonly signatory: Person;
  /** "Le Président", "La Maire" … above the signature of an organisation. */
  readonly role?: string;
}

export function inventPerson(random: Random, woman = false): Person {
  const female = random.chance(0.5) || woman;
  const first = random.pick(female ? womenNames : menNames);
  const last = random.pick(surnames);
  return { first, last, female, name: `${first} ${last}` };
}

export function inventSender(random: Random, author: AuthorKind, woman = false): Sender {
  const signatory = inventPerson(random, woman);
  const town = random.pick(towns);
  const { name, kind, tagline, role } = identity[author](random, signatory, town);
  return {
    author, kind, name, tagline, role, town, signatory,
    address: inventAddress(random, author === 'individual'),
    phone: `02 ${[0, 0, 0, 0].map(() => String(random.int(10, 99))).join(' ')}`,
    email: `${slug(author === 'individual' ? `${signatory.first}.${signatory.last}` : 'contact')}@${author === 'individual' ? 'courriel.example' : `${slug(name).slice(0, 22)}.example`}`,
  };
}

/** Number and street, sometimes under a building or a hamlet. */
export function inventAddress(random: Random, complemented: boolean): string[] {
  const street = `${random.int(1, 98)}${random.chance(0.15) ? ' bis' : ''} ${random.pick(streets)}`;
  return complemented && random.chance(0.35) ? [random.pick(complements), street] : [street];
}

type Identity = Pick<Sender, 'name' | 'kind' | 'tagline' | 'role'>;
const gendered = (person: Person, woman: string, man: string): string => (person.female ? woman : man);

const identity: Record<AuthorKind, (random: Random, signatory: Person, town: Town) => Identity> = {
  individual: (_random, person) => ({ kind: 'individual', name: `${gendered(person, 'Madame', 'Monsieur')} ${person.name}` }),
  doctor: (random, person) => ({ kind: 'individual', name: `Docteur ${person.name}`, tagline: random.pick(specialities) }),
  company: (random, person) => ({ kind: 'company', name: random.pick(companies), role: gendered(person, 'La Gérante', 'Le Gérant'), tagline: `SIRET ${random.int(301, 899)} ${random.int(100, 999)} ${random.int(100, 999)} 000${random.int(11, 48)}` }),
  association: (random, person) => ({ kind: 'association', name: random.pick(associations), role: gendered(person, 'La Présidente', 'Le Président'), tagline: 'Association régie par la loi de 1901' }),
  townHall: (_random, person, town) => ({ kind: 'administration', name: contracted(`Mairie de ${town.city}`), role: gendered(person, 'La Maire', 'Le Maire'), tagline: 'Département de la Lys-et-Loire' }),
  college: (random, person) => ({ kind: 'administration', name: capital(random.pick(colleges)), role: gendered(person, 'La Principale', 'Le Principal'), tagline: 'Établissement public local' }),
  clinic: (random, person) => ({ kind: 'administration', name: random.pick(clinics), role: gendered(person, 'La Cheffe de service', 'Le Chef de service'), tagline: 'Service de pédiatrie et maternité' }),
  landlord: (random, person) => ({ kind: 'company', name: random.pick(landlords), role: gendered(person, "La Directrice de l'agence", "Le Directeur de l'agence"), tagline: 'Bailleur social' }),
  elected: (random, person) => ({ kind: 'administration', name: `${gendered(person, 'Madame', 'Monsieur')} ${person.name}`, tagline: random.pick([gendered(person, 'Sénatrice', 'Sénateur'), gendered(person, 'Députée', 'Député'), gendered(person, 'Conseillère départementale', 'Conseiller départemental')]) }),
  union: (random, person) => ({ kind: 'association', name: random.pick(unions), role: gendered(person, 'La Secrétaire générale', 'Le Secrétaire général'), tagline: 'Section du Département de la Lys-et-Loire' }),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const slug = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z.]+/g, '-');
