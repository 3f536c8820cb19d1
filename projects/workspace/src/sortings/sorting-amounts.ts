import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import type { SortingPreview } from './sortings-api.js';

/** What is kept and what is not: in numbers and, by year, as bars whose parts differ by more than colour. */
@Component({
  selector: 'bn-sorting-amounts',
  imports: [TranslatePipe],
  template: `
    <div class="sums">
      @for (one of sums(); track one.key) {
        <div [class]="one.key"><b>{{ number(one.amount.mails) }}</b> {{ words.count('SORTINGS.SUM.' + one.key, one.amount.mails) }}<span class="bn-quiet">{{ words.count('SORTINGS.UNITS', one.amount.units) }} · {{ words.count('VISAS.DOCUMENTS', one.amount.documents, { documents: number(one.amount.documents), size: size(one.amount.bytes) }) }}</span></div>
      }
    </div>
    @if (years().length) {
      <table [attr.aria-label]="'SORTINGS.BY_YEAR' | translate">
        <thead><tr><th scope="col">{{ 'SORTINGS.YEAR' | translate }}</th><th scope="col" class="draw">{{ 'SORTINGS.SHARE' | translate }}</th><th scope="col" class="number">{{ 'SORTINGS.KEPT' | translate }}</th><th scope="col" class="number">{{ 'SORTINGS.NOT_KEPT' | translate }}</th></tr></thead>
        <tbody>
          @for (year of years(); track year.year) {
            <tr><th scope="row">{{ year.year }}</th><td class="draw"><span class="bar" aria-hidden="true"><i class="kept" [style.width.%]="part(year.kept)"></i><i class="notKept" [style.width.%]="part(year.notKept)"></i></span></td><td class="number">{{ number(year.kept) }}</td><td class="number">{{ number(year.notKept) }}</td></tr>
          }
        </tbody>
      </table>
    }
    @if (leftOut().length) {
      <p class="bn-quiet">{{ 'SORTINGS.LEFT_OUT' | translate }} @for (one of leftOut(); track one.cause) {{{ 'SORTINGS.CAUSE.' + one.cause | translate }}{{ 'GENERAL.COLON' | translate }}{{ number(one.mails) }}@if (!$last) {{{ 'GENERAL.SEMICOLON' | translate }}}}</p>
    }
    @if (held()) { <p>{{ words.count('SORTINGS.HELD', held()) }}</p> }
  `,
  styles: `
    .sums { display: flex; flex-wrap: wrap; gap: 8px 16px; margin-bottom: 12px; }
    .sums div { flex: 1 1 220px; max-width: 420px; padding: 8px 12px; border: 1px solid var(--bn-line); border-left-width: 4px; border-radius: 6px; }
    .sums .kept { border-left-color: var(--bn-done); }
    .sums .notKept { border-left-color: var(--mat-sys-outline); }
    .sums b { font-size: 18px; }
    .sums .bn-quiet { display: block; }
    table { width: 100%; max-width: 720px; border-collapse: collapse; font-size: 13px; }
    th { font-weight: 500; text-align: start; }
    th, td { padding: 3px 8px 3px 0; }
    .number { width: 92px; text-align: right; font-variant-numeric: tabular-nums; }
    .bar { display: flex; height: 12px; gap: 1px; }
    i { display: block; }
    .draw { min-width: 80px; width: 55%; }
    i.kept { background: var(--bn-done); }
    i.notKept { background: repeating-linear-gradient(45deg, var(--mat-sys-outline) 0 2px, transparent 2px 5px); outline: 1px solid var(--mat-sys-outline); outline-offset: -1px; }
    p { margin: 10px 0 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingAmounts {
  protected readonly words = inject(Words);
  readonly kept = input.required<SortingPreview['kept']>();
  readonly notKept = input.required<SortingPreview['notKept']>();
  readonly years = input.required<SortingPreview['years']>();
  readonly leftOut = input.required<SortingPreview['leftOut']>();
  readonly held = input(0);
  protected readonly sums = computed(() => [{ key: 'kept', amount: this.kept() }, { key: 'notKept', amount: this.notKept() }] as const);
  private readonly most = computed(() => Math.max(1, ...this.years().map(({ kept, notKept }) => kept + notKept)));

  protected readonly part = (mails: number): number => (100 * mails) / this.most();
  protected readonly number = this.words.number;
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
}
