import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { HoldButton } from '../holds/hold-button.js';
import { Split } from '../layout/split.js';
import { Words } from '../words/words.js';
import { RowForm } from './row-form.js';
import type { Row } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';
import { ScheduleWords } from './schedule-words.js';

const fates = ['', 'D', 'C', 'T'] as const;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Rows of the version that is shown: a dense table, found by words, and one at a time beside it, where a draft is changed. */
@Component({
  selector: 'bn-schedule-rows',
  imports: [FormsModule, HoldButton, MatButton, MatIcon, RowForm, Split, TranslatePipe],
  templateUrl: './schedule-rows.html',
  styleUrl: './schedule-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleRows {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  protected readonly schedule = inject(ScheduleWords);
  protected readonly fates = fates;
  protected readonly typed = signal('');
  protected readonly fate = signal('');
  protected readonly onlyOpen = signal(false);
  /** Code of the row beside the table; empty for a new one. */
  protected readonly code = linkedSignal<string | undefined, string | undefined>({ source: () => this.store.version()?.id, computation: (_, before) => before?.value });

  protected readonly flaws = computed(() => this.store.content()?.flaws ?? []);
  protected readonly flawed = computed(() => new Set(this.flaws().map(({ row }) => row)));
  protected readonly rows = computed(() => {
    const parts = fold(this.typed()).split(/\s+/).filter(Boolean);
    return (this.store.content()?.rows ?? []).filter((row) => {
      const text = fold([row.code, row.label, row.source, this.words.text(`TRIGGER.${row.trigger}`)].join(' '));
      return (!this.fate() || row.finalSort === this.fate()) && (!this.onlyOpen() || !row.agreed) && parts.every((part) => text.includes(part));
    });
  });
  protected readonly row = computed(() => this.store.content()?.rows.find(({ code }) => code === this.code()));
  protected readonly shown = computed(() => this.code() !== undefined && (this.code() === '' ? this.store.editable() : this.row() !== undefined));
  /** Mails are filed under rows of the version in force: these can be held. */
  protected readonly inForce = computed(() => this.store.version()?.state === 'inForce');
  protected readonly uses = computed(() => this.store.content()?.uses.find(({ row }) => row === this.code()));

  /** Arrows go from row to row; the row beside the table follows, if there is one. */
  protected step(event: Event, by: number): void {
    const buttons = [...this.element.querySelectorAll<HTMLButtonElement>('button.code')];
    const to = buttons[buttons.indexOf(event.target as HTMLButtonElement) + by];
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (this.shown()) this.code.set(to.dataset['code']);
  }

  protected close(): void {
    const code = this.code();
    this.code.set(undefined);
    setTimeout(() => (this.element.querySelector<HTMLElement>(`button.code[data-code="${CSS.escape(code ?? '')}"]`) ?? this.element.querySelector<HTMLElement>('button.code'))?.focus());
  }

  /** After a row was kept: the next one, when that was asked for. */
  protected kept({ code, next }: { readonly code: string; readonly next: boolean }): void {
    const rows = this.rows();
    this.code.set((next && rows[rows.findIndex((row) => row.code === code) + 1]?.code) || code);
  }

  protected trackOf = ({ code }: Row): string => code;
}
