import { fold } from '@bannette/domain';

/** Letters further apart than this begin a new word. */
const pause = 900;

/**
 * What somebody types into a closed list chooses at once, however soon they go on to the next field. Material waits for a
 * pause, and forgets the letters of whoever doesn't make one.
 */
export class TypedChoice {
  private word = '';
  private at = 0;

  /** The first entry that begins with what was typed so far; what begins none begins a new word. */
  find<T extends { readonly label: string }>(event: KeyboardEvent, entries: readonly T[]): T | undefined {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    const now = event.timeStamp;
    this.word = now - this.at > pause ? event.key : this.word + event.key;
    this.at = now;
    const found = this.entryOf(entries);
    if (found || this.word === event.key) return found;
    this.word = event.key;
    return this.entryOf(entries);
  }

  private entryOf<T extends { readonly label: string }>(entries: readonly T[]): T | undefined {
    const wanted = fold(this.word);
    return wanted ? entries.find(({ label }) => fold(label).startsWith(wanted)) : undefined;
  }
}
