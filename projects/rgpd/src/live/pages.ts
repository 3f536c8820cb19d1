import { audiencesOf } from '@bannette/domain';
import type { Page } from './page.js';

/** A person has no more pages open than this; the one that was opened first makes room. */
export const mostOfOne = 8;

/** All open pages, found by the groups and the name of who has them open. */
export class Pages {
  private readonly all = new Set<Page>();
  private readonly byAudience = new Map<string, Set<Page>>();

  get size(): number {
    return this.all.size;
  }

  add(page: Page): void {
    this.all.add(page);
    for (const audience of audiencesOf(page.caller)) {
      const pages = this.byAudience.get(audience);
      if (pages) pages.add(page);
      else this.byAudience.set(audience, new Set([page]));
    }
  }

  remove(page: Page): void {
    this.all.delete(page);
    for (const audience of audiencesOf(page.caller)) {
      const pages = this.byAudience.get(audience);
      pages?.delete(page);
      if (pages?.size === 0) this.byAudience.delete(audience);
    }
  }

  /** Pages of who is in a group, or has this name. */
  of(audience: string): Iterable<Page> {
    return this.byAudience.get(audience) ?? [];
  }

  /** The one that has to go when one more is opened. */
  tooMany(person: string): Page | undefined {
    const own = [...(this.byAudience.get(person) ?? [])];
    return own.length >= mostOfOne ? own.reduce((first, page) => (page.place < first.place ? page : first)) : undefined;
  }

  [Symbol.iterator](): Iterator<Page> {
    return this.all.values();
  }
}
