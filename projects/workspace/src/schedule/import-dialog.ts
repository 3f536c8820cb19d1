import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { chosenText } from '../files/chosen-text.js';
import { Words } from '../words/words.js';
import { DifferenceTable } from './difference-table.js';
import { ScheduleApi, type Imported, type Version } from './schedule-api.js';

/** Takes rows of a CSV file into a draft: first what would change and what can't be read, then, once somebody agrees, for good. */
@Component({
  selector: 'bn-schedule-import',
  imports: [DifferenceTable, MatButton, MatDialogModule, MatIcon, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'SCHEDULE.IMPORT_TITLE' | translate: { number: version.number } }}</h2>
    <mat-dialog-content>
      <p>{{ 'SCHEDULE.IMPORT_TEXT' | translate }}</p>
      <div class="bar">
        <button matButton="outlined" type="button" cdkFocusInitial [disabled]="busy()" (click)="file.click()"><mat-icon>upload_file</mat-icon>{{ 'SCHEDULE.CHOOSE' | translate }}</button>
        <input #file type="file" hidden accept=".csv,.txt,text/csv" (change)="choose(file)" />
        <span class="bn-quiet">{{ name() }}</span>
        <label><input type="checkbox" [checked]="merge()" (change)="setMerge($any($event.target).checked)" />{{ 'SCHEDULE.MERGE' | translate }}</label>
      </div>
      @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      @if (result(); as it) {
        @if (it.flaws.length) {
          <p class="bn-late" role="alert">{{ words.count('SCHEDULE.IMPORT_FLAWS', it.flaws.length) }}</p>
          <ul>@for (flaw of it.flaws; track $index) { <li>{{ 'SCHEDULE.CELL.' + flaw.code | translate: { line: flaw.line, column: flaw.column, value: flaw.value } }}</li> }</ul>
        } @else {
          <p role="status">{{ words.count('SCHEDULE.IMPORT_READ', it.rows) }}</p>
          <bn-schedule-difference [of]="it.difference" />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" type="button" [disabled]="busy() || !result() || !!result()?.flaws?.length || !result()?.rows" (click)="run(false)">{{ 'SCHEDULE.IMPORT_DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-bottom: 8px; }
    label { display: flex; gap: 8px; align-items: center; }
    ul { max-height: 260px; margin: 0; padding-left: 20px; overflow: auto; overflow-wrap: anywhere; }
    input[type='checkbox'] { width: 16px; height: 16px; accent-color: var(--mat-sys-primary); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDialog {
  private readonly api = inject(ScheduleApi);
  private readonly reference = inject(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly version = inject<Version>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly name = signal('');
  protected readonly merge = signal(false);
  protected readonly problem = signal('');
  protected readonly result = signal<Imported | undefined>(undefined);
  private text = '';

  protected async choose(input: HTMLInputElement): Promise<void> {
    const file = await chosenText(input);
    if (!file) return;
    this.name.set(file.name);
    this.text = file.text;
    await this.run(true);
  }

  protected async setMerge(merge: boolean): Promise<void> {
    this.merge.set(merge);
    if (this.text) await this.run(true);
  }

  protected async run(dryRun: boolean): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      const result = await firstValueFrom(this.api.importFile(this.version.id, { revision: this.version.revision, text: this.text, mode: this.merge() ? 'merge' : 'replace', dryRun }));
      this.result.set(result);
      if (result.applied) this.reference.close(result.rows);
    } catch (error) {
      this.result.set(undefined);
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
