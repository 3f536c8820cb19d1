import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Proposal as Proposed } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import type { FieldName } from './values.js';

/** What was read for a field, how surely, and why; accepted by Enter in the field, or by a click. */
@Component({
  selector: 'bn-proposal',
  imports: [TranslatePipe],
  template: `
    <button type="button" tabindex="-1" [attr.aria-label]="('QUALIFY.ACCEPT' | translate) + ('GENERAL.COLON' | translate) + value()" [title]="'QUALIFY.ACCEPT_HINT' | translate" (click)="accepted.emit()">{{ value() }} <kbd aria-hidden="true">↵</kbd></button>
    <span class="why" [title]="because()">{{ 'QUALIFY.PROPOSED' | translate: { percent: percent(), because: because() } }}</span>
  `,
  styles: `
    :host { display: block; margin: -2px 0 2px; font-size: 12px; line-height: 17px; }
    button { max-width: 100%; padding: 1px 8px; border: 1px dashed var(--mat-sys-primary); border-radius: 4px; background: none; color: var(--mat-sys-primary); font: inherit; font-weight: 500; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
    .why { display: block; color: var(--bn-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    kbd { font: inherit; opacity: 0.6; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Proposal {
  private readonly words = inject(Words);
  private readonly settings = inject(SettingsStore);
  readonly field = input.required<FieldName>();
  readonly proposal = input.required<Proposed>();
  readonly accepted = output<void>();

  protected readonly percent = computed(() => Math.round(this.proposal().confidence * 100));
  protected readonly value = computed(() => {
    const { value } = this.proposal();
    const field = this.field();
    if (field === 'type' || field === 'service') return this.settings.label(value, field);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? this.words.fullDay(value) : value;
  });
  protected readonly because = computed(() => {
    if (this.proposal().because === 'batch') return this.words.text('QUALIFY.FROM_BATCH');
    if (this.proposal().because === 'deposit') return this.words.text('QUALIFY.FROM_DEPOSIT');
    const [, page] = /^sheet:(\d+)$/.exec(this.proposal().because) ?? [];
    if (page) return this.words.text('QUALIFY.FROM_SHEET', { page });
    const [, numbered, place] = /^number:(\d+):(\w+)$/.exec(this.proposal().because) ?? [];
    if (numbered) return this.words.text(`QUALIFY.FROM_PAPER.${place}`, { page: numbered });
    return this.words.text(`QUALIFY.${{ type: 'FROM_KEYWORDS', receivedAt: 'FROM_STAMP' }[this.field() as string] ?? 'FROM_PAGE'}`, { text: this.proposal().because });
  });
}
