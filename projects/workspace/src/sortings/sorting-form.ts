import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Sorting, SortingBounds, SortingRule } from './sortings-api.js';

const kinds = ['rank', 'years', 'types', 'services', 'words', 'letters', 'hand'] as const;

/** What a sorting is about, and the rule by which it keeps. */
@Component({
  selector: 'bn-sorting-form',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="form.valid && saved.emit(body())">
      <mat-form-field class="wide"><mat-label>{{ 'SORTINGS.FORM.TITLE' | translate }}</mat-label><input matInput name="title" required maxlength="200" autocomplete="off" [(ngModel)]="title" /><mat-hint>{{ 'SORTINGS.FORM.TITLE_HINT' | translate }}</mat-hint></mat-form-field>
      <mat-form-field class="wide">
        <mat-label>{{ 'SORTINGS.ROW' | translate }}</mat-label>
        <mat-select name="row" required [(ngModel)]="row">
          @for (one of bounds().rows; track one.code) { <mat-option [value]="one.code">{{ one.code }} {{ one.label }} ({{ words.count('SORTINGS.DUE', one.due) }})</mat-option> }
        </mat-select>
        <mat-hint>{{ (bounds().rows.length ? 'SORTINGS.FORM.ROW_HINT' : 'SORTINGS.FORM.NO_ROW') | translate: { first: chosen()?.firstYear ?? '…', last: chosen()?.lastYear ?? '…' } }}</mat-hint>
      </mat-form-field>
      <mat-form-field><mat-label>{{ 'SORTINGS.FORM.FROM' | translate }}</mat-label><input matInput name="from" type="number" min="1000" max="9999" [(ngModel)]="fromYear" /></mat-form-field>
      <mat-form-field><mat-label>{{ 'SORTINGS.FORM.TO' | translate }}</mat-label><input matInput name="to" type="number" min="1000" max="9999" [(ngModel)]="toYear" /></mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'CAMPAIGN.FORM.SERVICES' | translate }}</mat-label>
        <mat-select name="services" multiple [(ngModel)]="services">@for (one of bounds().services; track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }</mat-select>
        <mat-hint>{{ 'CAMPAIGN.FORM.NONE_IS_ALL' | translate }}</mat-hint>
      </mat-form-field>
      <fieldset class="wide">
        <legend>{{ 'SORTINGS.FORM.RULE' | translate }}</legend>
        <mat-form-field>
          <mat-label>{{ 'SORTINGS.FORM.BY' | translate }}</mat-label>
          <mat-select name="by" required [(ngModel)]="by">@for (kind of kinds(); track kind) { <mat-option [value]="kind">{{ 'SORTINGS.BY.' + kind | translate }}</mat-option> }</mat-select>
          <mat-hint>{{ 'SORTINGS.BY_HINT.' + by() | translate }}</mat-hint>
        </mat-form-field>
        @switch (by()) {
          @case ('rank') {
            <mat-form-field><mat-label>{{ 'SORTINGS.FORM.EVERY' | translate }}</mat-label><input matInput name="every" type="number" required min="2" max="1000" [(ngModel)]="every" /></mat-form-field>
            <mat-form-field><mat-label>{{ 'SORTINGS.FORM.FIRST' | translate }}</mat-label><input matInput name="first" type="number" required min="1" [max]="every()" [(ngModel)]="first" /></mat-form-field>
          }
          @case ('years') {
            <mat-form-field><mat-label>{{ 'SORTINGS.FORM.EVERY_YEARS' | translate }}</mat-label><input matInput name="every" type="number" required min="2" max="1000" [(ngModel)]="every" /></mat-form-field>
            <mat-form-field><mat-label>{{ 'SORTINGS.FORM.FIRST_YEAR' | translate }}</mat-label><input matInput name="firstYear" type="number" required min="1000" max="9999" [(ngModel)]="firstYear" /></mat-form-field>
          }
          @case ('types') {
            <mat-form-field><mat-label>{{ 'SORTINGS.BY.types' | translate }}</mat-label><mat-select name="types" multiple required [(ngModel)]="ofTypes">@for (one of bounds().types; track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }</mat-select></mat-form-field>
          }
          @case ('services') {
            <mat-form-field><mat-label>{{ 'SORTINGS.BY.services' | translate }}</mat-label><mat-select name="ofServices" multiple required [(ngModel)]="ofServices">@for (one of bounds().services; track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }</mat-select></mat-form-field>
          }
          @case ('words') { <mat-form-field><mat-label>{{ 'SORTINGS.BY.words' | translate }}</mat-label><input matInput name="words" required maxlength="1000" autocomplete="off" [(ngModel)]="ofWords" /><mat-hint>{{ 'SORTINGS.FORM.COMMAS' | translate }}</mat-hint></mat-form-field> }
          @case ('letters') { <mat-form-field><mat-label>{{ 'SORTINGS.BY.letters' | translate }}</mat-label><input matInput name="letters" required maxlength="100" autocomplete="off" [(ngModel)]="ofLetters" /><mat-hint>{{ 'SORTINGS.FORM.COMMAS' | translate }}</mat-hint></mat-form-field> }
        }
      </fieldset>
      <mat-form-field class="wide"><mat-label>{{ 'SORTINGS.FORM.CRITERION' | translate }}</mat-label><textarea matInput name="criterion" rows="2" required maxlength="1000" [(ngModel)]="criterion"></textarea><mat-hint>{{ 'SORTINGS.FORM.CRITERION_HINT' | translate }}</mat-hint></mat-form-field>
      @if (said()) { <p class="bn-late wide" role="alert">{{ said() }}</p> }
      <div class="do wide">
        <button matButton type="button" (click)="left.emit()">{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="outlined" type="button" [disabled]="busy() || !ready()" (click)="previewed.emit(body())">{{ 'SORTINGS.PREVIEW' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid || !ready()">{{ (sorting() ? 'SORTINGS.FORM.SAVE' : 'SORTINGS.FORM.BEGIN') | translate }}</button>
      </div>
    </form>
  `,
  styles: `
    form, fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 18px 16px; }
    form { max-width: 900px; padding: 16px; }
    fieldset { min-width: 0; margin: 0; padding: 12px 16px 24px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 4px; font-size: 13px; }
    .wide { grid-column: 1 / -1; margin: 0; }
    .do { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingForm {
  protected readonly words = inject(Words);
  readonly bounds = input.required<SortingBounds>();
  readonly sorting = input<Sorting>();
  readonly saved = output<object>();
  readonly previewed = output<object>();
  readonly left = output();
  readonly said = input('');
  readonly busy = input(false);

  private readonly rule = computed<SortingRule | undefined>(() => this.sorting()?.rule);
  protected readonly title = linkedSignal(() => this.sorting()?.title ?? '');
  protected readonly criterion = linkedSignal(() => this.sorting()?.criterion ?? '');
  protected readonly row = linkedSignal(() => this.sorting()?.row.code ?? [...this.bounds().rows].sort((a, b) => b.due - a.due)[0]?.code ?? '');
  protected readonly fromYear = linkedSignal<number | null>(() => this.sorting()?.fromYear ?? null);
  protected readonly toYear = linkedSignal<number | null>(() => this.sorting()?.toYear ?? null);
  protected readonly services = linkedSignal<readonly string[]>(() => this.sorting()?.services ?? []);
  protected readonly by = linkedSignal<SortingRule['by']>(() => this.rule()?.by ?? 'rank');
  protected readonly every = linkedSignal(() => numbersOf(this.rule())?.every ?? 10);
  protected readonly first = linkedSignal(() => (this.rule()?.by === 'rank' ? (numbersOf(this.rule())?.first ?? 1) : 1));
  protected readonly firstYear = linkedSignal(() => (this.rule()?.by === 'years' ? (numbersOf(this.rule())?.first ?? 2000) : (this.chosen()?.firstYear ?? Number(this.bounds().today.slice(0, 4)) - 10)));
  protected readonly ofTypes = linkedSignal<readonly string[]>(() => listOf(this.rule(), 'types'));
  protected readonly ofServices = linkedSignal<readonly string[]>(() => listOf(this.rule(), 'services'));
  protected readonly ofWords = linkedSignal(() => listOf(this.rule(), 'words').join(', '));
  protected readonly ofLetters = linkedSignal(() => listOf(this.rule(), 'letters').join(', '));
  protected readonly chosen = computed(() => this.bounds().rows.find(({ code }) => code === this.row()));
  /** Letters of names aren't offered where the row's data are special, or nobody has said what they are. */
  protected readonly kinds = computed(() => kinds.filter((kind) => kind !== 'letters' || this.chosen()?.letters));

  private readonly asked = computed<object | undefined>(() => {
    const of = { types: this.ofTypes(), services: this.ofServices(), words: parted(this.ofWords()), letters: parted(this.ofLetters()) };
    const by = this.by();
    if (by === 'rank') return this.every() >= 2 && this.first() >= 1 && this.first() <= this.every() ? { by, every: this.every(), first: this.first() } : undefined;
    if (by === 'years') return this.every() >= 2 && this.firstYear() >= 1000 ? { by, every: this.every(), first: this.firstYear() } : undefined;
    if (by === 'hand') return { by };
    return of[by].length ? { by, of: of[by] } : undefined;
  });
  protected readonly ready = (): boolean => !!this.row() && this.asked() !== undefined;

  /** Years that are left open are not sent. */
  protected body(): object {
    return { title: this.title().trim(), criterion: this.criterion().trim(), row: this.row(), services: this.services(), rule: this.asked(), ...(this.fromYear() ? { fromYear: this.fromYear() } : {}), ...(this.toYear() ? { toYear: this.toYear() } : {}) };
  }
}

const parted = (text: string): readonly string[] => text.split(/[,;]/).map((one) => one.trim()).filter(Boolean);
const numbersOf = (rule: SortingRule | undefined): { readonly every: number; readonly first: number } | undefined => (rule && 'every' in rule ? rule : undefined);
const listOf = (rule: SortingRule | undefined, by: SortingRule['by']): readonly string[] => (rule?.by === by && 'of' in rule ? rule.of : []);
