import { computed, linkedSignal } from '@angular/core';
import type { SettingDraft } from './setting-draft.js';

/** Rows of a draft, one of which is looked at beside. Made where things are injected. */
export class DraftRows<T extends { readonly code: string }> {
  /** Place of the one that is looked at; the nearest there is when the rows become fewer. */
  readonly at = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  readonly one = computed<T | undefined>(() => this.draft.data()[this.at()]);
  /** A code that is in force is kept: mails name it. A new one that says it again is still to be changed. */
  readonly known = computed(() => {
    const code = this.one()?.code;
    return this.draft.published().some((published) => published.code === code) && this.draft.data().findIndex((each) => each.code === code) === this.at();
  });

  constructor(private readonly draft: Pick<SettingDraft<readonly T[]>, 'data' | 'published'>) {}

  change(to: (row: T) => T): void {
    const at = this.at();
    this.draft.data.update((rows) => rows.map((row, index) => (index === at ? to(row) : row)));
  }

  add(row: T): void {
    this.draft.data.update((rows) => [...rows, row]);
    this.at.set(this.draft.data().length - 1);
  }

  remove(): void {
    const at = this.at();
    this.draft.data.update((rows) => rows.filter((_, index) => index !== at));
  }
}
