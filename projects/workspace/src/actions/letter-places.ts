import { fillTemplate, letterFacts, letterPlaceNames, placesIn, type LetterFacts } from '@bannette/domain';
import type { Mail, Settings } from '../api/types.js';

/** Places that the letter's own writing fills: nobody knows them before. */
const ofSending = ['ourChrono'];
const named: readonly string[] = letterPlaceNames;

export type LetterText = Readonly<Record<'subject' | 'body', string>>;

/** What is still open in a letter, in words: filled as it goes out, or known to nobody. */
export interface OpenPlaces {
  readonly later: readonly string[];
  readonly unknown: readonly string[];
}

/** A letter as its author reads it: what is known stands in the text, all else is called by its name in brackets, never in braces. */
export class LetterPlaces {
  private readonly facts: LetterFacts;
  private readonly later: readonly string[];

  /** `later` are filled by the action itself, from its own fields or because it changes them. */
  constructor(mail: Mail, settings: Settings['settings'] | undefined, private readonly say: (key: string) => string, later: readonly string[] = []) {
    this.later = [...ofSending, ...later];
    const { subject, chrono, receivedAt, service, correspondent, clocks = [] } = mail;
    const known = settings ? letterFacts({ subject, chrono, receivedAt, service, senderName: correspondent?.name, clocks }, settings) : {};
    // What a citizen wrote with braces is left to the server, which fills a letter once.
    this.facts = Object.fromEntries(Object.entries(known).filter(([name, fact]) => fact && !fact.includes('{{') && !this.later.includes(name)));
  }

  /** A template as its author sees it. */
  readonly shown = ({ subject, body }: LetterText): LetterText => ({ subject: this.read(subject), body: this.read(body) });

  /** As the call takes it: names in brackets are places again. */
  readonly sent = <T extends { readonly [name: string]: unknown }>(fields: T): T => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, (name === 'subject' || name === 'body') && typeof value === 'string' ? this.written(value) : value])) as T;

  readonly open = ({ template, subject, body }: { readonly [name: string]: unknown }): OpenPlaces => {
    const places = template ? placesIn(this.written(`${String(subject ?? '')}\n${String(body ?? '')}`)).filter((name) => !this.facts[name]) : [];
    return { later: places.filter((name) => this.later.includes(name)).map(this.label), unknown: places.filter((name) => !this.later.includes(name)).map(this.label) };
  };

  private read(text: string): string {
    const filled = fillTemplate(text, this.facts);
    return placesIn(filled).filter((name) => named.includes(name) && !this.facts[name]).reduce((said, name) => said.replace(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'g'), () => this.label(name)), filled);
  }

  private written(text: string): string {
    return named.reduce((said, name) => said.replaceAll(this.label(name), `{{${name}}}`), text);
  }

  private readonly label = (name: string): string => (named.includes(name) ? `[${this.say(`PLACE.${name}`)}]` : `{{${name}}}`);
}
