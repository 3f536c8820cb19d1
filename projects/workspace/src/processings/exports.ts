import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Words } from '../words/words.js';
import { ProcessingsApi, type ProcessingExport } from './processings-api.js';

/** Exports of the register of processings: each as it was on its day, with what it told otherwise than the one before. */
@Component({
  selector: 'bn-processing-exports',
  imports: [MatButton, MatIcon, TranslatePipe, Wait],
  template: `
    <div class="bar">
      <p>{{ 'PROCESSINGS.EXPORTS_TEXT' | translate }}</p>
      <button matButton="filled" [disabled]="busy()" (click)="export()"><mat-icon>note_add</mat-icon>{{ 'PROCESSINGS.EXPORT' | translate }}</button>
    </div>
    <p role="status" class="said">{{ done() }}</p>
    @if (said(); as text) { <p class="said bn-late" role="alert">{{ text }}</p> }
    <bn-wait [of]="pages" emptyIcon="policy" [emptyTitle]="'PROCESSINGS.NO_EXPORTS' | translate" [emptyText]="'PROCESSINGS.NO_EXPORTS_TEXT' | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'PROCESSINGS.VIEW.exports' | translate">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'PROCESSINGS.NUMBER' | translate }}</th><th scope="col">{{ 'PROCESSINGS.MADE' | translate }}</th><th scope="col">{{ 'PROCESSINGS.CONTENT' | translate }}</th><th scope="col">{{ 'PROCESSINGS.DIGEST' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (each of pages.items(); track each.number) {
              <tr>
                <td>{{ each.number }}</td>
                <td>{{ words.brief(each.madeAt) }}<br /><span class="bn-quiet">{{ each.madeBy }}</span></td>
                <td>{{ words.count('PROCESSINGS.COUNT', each.processings) }}<br /><span class="bn-quiet">{{ 'ADMIN.VERSION' | translate: { version: each.version } }}</span>
                  @if (changes()?.number === each.number) { <ul>@for (line of changes()?.lines; track $index) {<li>{{ line }}</li>} @empty {<li>{{ 'PROCESSINGS.UNCHANGED' | translate }}</li>}</ul> }
                </td>
                <td><code [title]="each.pdfSha256">{{ each.pdfSha256.slice(0, 16) }}…</code></td>
                <td class="do">
                  <button matButton [attr.aria-label]="name(each, 'PDF')" (click)="download(each, 'pdf')">PDF</button>
                  <button matButton [attr.aria-label]="name(each, 'CSV')" (click)="download(each, 'csv')">CSV</button>
                  <button matButton [attr.aria-expanded]="changes()?.number === each.number" (click)="compare(each)">{{ 'PROCESSINGS.WHAT_CHANGED' | translate }}</button>
                </td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar p { flex: 1; min-width: 240px; max-width: 860px; margin: 0; color: var(--bn-muted); }
    .said:empty { display: none; }
    .said { margin: 8px 16px 0; }
    .do { text-align: right; }
    ul { margin: 4px 0; padding-left: 18px; }
    code { font-size: 12px; color: var(--bn-muted); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Exports {
  private readonly api = inject(ProcessingsApi);
  protected readonly words = inject(Words);
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  protected readonly done = signal('');
  protected readonly changes = signal<{ readonly number: number; readonly lines: readonly string[] } | undefined>(undefined);
  protected readonly pages = new Pages<ProcessingExport>((page) => this.api.exports(page), ({ number }) => String(number));

  constructor() {
    void this.pages.load();
  }

  protected name({ number }: ProcessingExport, form: string): string {
    return this.words.text('PROCESSINGS.FILE_NAME', { number, form });
  }

  protected export(): Promise<void> {
    return this.trying(async () => {
      const { number } = await firstValueFrom(this.api.export());
      this.done.set(this.words.text('PROCESSINGS.EXPORTED', { number }));
      await this.pages.refresh();
    });
  }

  protected download({ number }: ProcessingExport, form: 'pdf' | 'csv'): Promise<void> {
    return this.trying(async () => keep(await firstValueFrom(this.api.file(number, form)), `registre-traitements-${number}.${form}`));
  }

  protected async compare({ number }: ProcessingExport): Promise<void> {
    if (this.changes()?.number === number) return this.changes.set(undefined);
    await this.trying(async () => {
      const { entries, general } = await firstValueFrom(this.api.changes(number));
      const lines = [...entries.map(({ label, change, fields }) => this.words.text(`PROCESSINGS.CHANGE.${change}`, { label, fields: fields.map((field) => this.words.text(`PROCESSINGS.FIELD.${field}`)).join(', ') })), ...general.map((part) => this.words.text(`PROCESSINGS.CHANGED.${part}`))];
      this.changes.set({ number, lines });
    });
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    this.done.set('');
    await work().catch((error: unknown) => this.said.set(this.words.problem(error)));
    this.busy.set(false);
  }
}
