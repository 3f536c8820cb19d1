import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import type { Content } from './schedule-api.js';

/** The archives' agreement: who, when, under what reference, and to which rows. Closes with it. */
@Component({
  selector: 'bn-schedule-agree',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="done()">
      <h2 mat-dialog-title>{{ 'SCHEDULE.AGREE_TITLE' | translate: { number: content.version.number } }}</h2>
      <mat-dialog-content>
        <p class="wide">{{ 'SCHEDULE.AGREE_TEXT' | translate }}</p>
        <mat-form-field class="wide"><mat-label>{{ 'SCHEDULE.GIVEN_BY' | translate }}</mat-label><input matInput name="by" required minlength="2" maxlength="200" cdkFocusInitial [(ngModel)]="by" /></mat-form-field>
        <mat-form-field><mat-label>{{ 'SCHEDULE.ON' | translate }}</mat-label><input matInput name="on" type="date" required [max]="today" [(ngModel)]="on" /></mat-form-field>
        <mat-form-field><mat-label>{{ 'SCHEDULE.REFERENCE' | translate }}</mat-label><input matInput name="reference" required maxlength="200" [(ngModel)]="reference" /></mat-form-field>
        @if (waiting.length) {
          <fieldset class="wide">
            <legend>{{ words.count('SCHEDULE.AGREE_ROWS', rows().size) }}</legend>
            <label class="all"><input type="checkbox" [checked]="rows().size === waiting.length" [indeterminate]="rows().size > 0 && rows().size < waiting.length" (change)="all($any($event.target).checked)" />{{ 'SCHEDULE.AGREE_ALL' | translate }}</label>
            <div class="rows" tabindex="0" role="group" [attr.aria-label]="'SCHEDULE.VIEW.rows' | translate">
              @for (row of waiting; track row.code) { <label><input type="checkbox" [checked]="rows().has(row.code)" (change)="mark(row.code)" /><b>{{ row.code }}</b> {{ row.label }}</label> }
            </div>
          </fieldset>
        } @else { <p class="wide">{{ 'SCHEDULE.AGREE_KEPT' | translate }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="!form.valid">{{ 'SCHEDULE.AGREE_DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 4px 16px; padding-top: 8px !important; }
    .wide { grid-column: 1 / -1; margin: 0 0 8px; }
    fieldset { min-width: 0; padding: 8px 12px; border: 1px solid var(--bn-line); border-radius: 6px; }
    label { display: flex; gap: 8px; align-items: baseline; padding: 3px 0; overflow-wrap: anywhere; }
    .all { border-bottom: 1px solid var(--bn-line); }
    .rows { max-height: 220px; overflow: auto; }
    b { flex: none; }
    input[type='checkbox'] { flex: none; width: 16px; height: 16px; accent-color: var(--mat-sys-primary); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreeDialog {
  private readonly reference$ = inject(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly content = inject<Content>(MAT_DIALOG_DATA);
  protected readonly today = inject(SessionStore).today();
  protected readonly waiting = this.content.rows.filter(({ agreed }) => !agreed);
  protected readonly by = signal('');
  protected readonly on = signal(this.today);
  protected readonly reference = signal('');
  private readonly chosen = signal<ReadonlySet<string>>(new Set(this.waiting.map(({ code }) => code)));
  protected readonly rows = computed(() => this.chosen());

  protected mark(code: string): void {
    this.chosen.update((rows) => new Set(rows.has(code) ? [...rows].filter((each) => each !== code) : [...rows, code]));
  }

  protected all(on: boolean): void {
    this.chosen.set(new Set(on ? this.waiting.map(({ code }) => code) : []));
  }

  protected done(): void {
    this.reference$.close({ by: this.by().trim(), on: this.on(), reference: this.reference().trim(), rows: [...this.rows()] });
  }
}
