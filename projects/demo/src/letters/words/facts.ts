import type { Random } from '../random.js';
import { euros, longDate, plusDays } from './french.js';
import { colleges } from './names.js';
import { inventAddress, inventPerson, type Person, type Sender } from './sender.js';
import { delegations, towns, type Town } from './territory.js';

/** Someone the letter speaks of: a child, a parent to care for, a patient. */
export interface Subject extends Person {
  /** "12 mars 2014" */
  readonly born: string;
  readonly e: '' | 'e';
  readonly il: 'il' | 'elle';
  readonly title: 'Monsieur' | 'Madame';
}

/** What the sentences of one letter agree on. Fixed for the letter, but for the functions: each call invents anew. */
export interface Facts {
  readonly sender: Sender;
  /** Feminine mark of the one who signs: "né" + e. */
  readonly e: '' | 'e';
  readonly date: string;
  readonly year: number;
  readonly schoolYear: string;
  readonly child: Subject;
  readonly elder: Subject;
  readonly adult: Subject;
  readonly place: Town;
  readonly otherPlace: Town;
  readonly street: string;
  /** "RD 147" */
  readonly road: string;
  /** "12+350" */
  readonly marker: string;
  readonly college: string;
  readonly otherCollege: string;
  readonly delegation: string;
  readonly file: string;
  /** Sum asked for: the same wherever the letter names it. */
  readonly grant: string;
  int(from: number, to: number): number;
  pick(...list: readonly string[]): string;
  amount(fromEuros: number, toEuros: number): string;
  /** A day before the letter's, in words. */
  ago(fromDays: number, toDays: number): string;
  /** A day after the letter's, in words. */
  ahead(fromDays: number, toDays: number): string;
}

export function inventFacts(random: Random, sender: Sender, date: string): Facts {
  const year = Number(date.slice(0, 4));
  const firstYear = Number(date.slice(5, 7)) >= 2 ? year : year - 1;
  const college = random.pick(colleges);
  const place = random.chance(0.7) ? sender.town : random.pick(towns);
  return {
    sender, date, year, college, place,
    e: sender.signatory.female ? 'e' : '',
    schoolYear: `${firstYear}-${firstYear + 1}`,
    child: subject(random, sender, year - random.int(4, 14)),
    elder: subject(random, sender, year - random.int(76, 95)),
    adult: subject(random, undefined, year - random.int(24, 60)),
    otherPlace: random.pick(towns.filter((town) => town !== place)),
    street: inventAddress(random, false)[0] ?? '',
    road: `RD ${random.int(2, 948)}`,
    marker: `${random.int(1, 48)}+${String(random.int(1, 19) * 50).padStart(3, '0')}`,
    otherCollege: random.pick(colleges.filter((other) => other !== college)),
    delegation: random.pick(delegations).name,
    grant: euros(random.int(8, 95) * 10_000).replace(',00', ''),
    file: `${year - random.int(0, 1)}-${String(random.int(120, 29999)).padStart(5, '0')}`,
    int: (from, to) => random.int(from, to),
    pick: (...list) => random.pick(list),
    amount: (from, to) => euros(random.int(from * 20, to * 20) * 5),
    ago: (from, to) => longDate(plusDays(date, -random.int(from, to))),
    ahead: (from, to) => longDate(plusDays(date, random.int(from, to))),
  };
}

/** A relative of the sender bears the sender's surname. */
function subject(random: Random, relative: Sender | undefined, year: number): Subject {
  const person = inventPerson(random);
  const last = relative?.author === 'individual' ? relative.signatory.last : person.last;
  const { first, female } = person;
  return {
    first, last, female, name: `${first} ${last}`,
    born: longDate(`${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`),
    e: female ? 'e' : '',
    il: female ? 'elle' : 'il',
    title: female ? 'Madame' : 'Monsieur',
  };
}

