import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { Mail } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { aboutOf } from '../words/about.js';
import { Words } from '../words/words.js';
import { WorkApi, type Reader, type Task } from './work-api.js';

export interface TaskDialogData {
  readonly mail: Mail;
  readonly task?: Task;
  readonly submit: (body: object) => Promise<Mail>;
}

/** A task on a mail: what, who among those who may open it, until when, and when they are reminded. */
@Component({
  selector: 'bn-task-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()" (keydown.control.enter)="submit()">
      <h2 mat-dialog-title>{{ (data.task ? 'WORK.CHANGE_TASK' : 'ACTION_TITLE.addTask') | translate }}</h2>
      <mat-dialog-content>
        <p class="about bn-quiet">{{ about }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'WORK.TASK' | translate }}</mat-label>
          <input matInput name="title" required maxlength="300" autocomplete="off" [(ngModel)]="title" />
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'WORK.ASSIGNEES' | translate }}</mat-label>
          <mat-select name="assignees" multiple required [(ngModel)]="assignees">
            @for (one of readers(); track one.id) { <mat-option [value]="one.id">{{ one.displayName }}@if (one.away) { ({{ 'WORK.AWAY' | translate }})}</mat-option> }
          </mat-select>
          <mat-hint>{{ 'WORK.READERS_ONLY' | translate }}</mat-hint>
        </mat-form-field>
        <div class="row">
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'WORK.DUE_ON' | translate }}</mat-label><input matInput type="date" name="dueOn" [min]="today" [(ngModel)]="dueOn" /></mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ 'WORK.REMIND_ON' | translate }}</mat-label><input matInput type="date" name="remindOn" [min]="today" [max]="dueOn || null" [(ngModel)]="remindOn" /><mat-hint>{{ 'WORK.REMIND_HINT' | translate }}</mat-hint></mat-form-field>
        </div>
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !title.trim() || !assignees.length">{{ (data.task ? 'GENERAL.SAVE' : 'ACTION.addTask') | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .about { margin: 0; }
    mat-form-field { display: block; margin-top: 12px; }
    .row { display: flex; flex-wrap: wrap; gap: 0 12px; }
    .row mat-form-field { flex: 1 1 180px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskDialog {
  private readonly reference = inject<MatDialogRef<TaskDialog, Mail>>(MatDialogRef);
  private readonly api = inject(WorkApi);
  private readonly words = inject(Words);
  protected readonly data = inject<TaskDialogData>(MAT_DIALOG_DATA);
  protected readonly about = aboutOf(this.data.mail);
  protected readonly today = inject(SessionStore).today();
  protected title = this.data.task?.title ?? '';
  protected assignees: string[] = this.data.task?.assignees.map(({ id }) => id) ?? [];
  protected dueOn = this.data.task?.dueOn ?? '';
  protected remindOn = this.data.task?.remindOn ?? '';
  protected readonly readers = signal<readonly Reader[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    void firstValueFrom(this.api.readers(this.data.mail.id)).then(({ items }) => this.readers.set(items), (error: unknown) => this.problem.set(this.words.problem(error)));
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.title.trim() || !this.assignees.length) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await this.data.submit({ title: this.title, assignees: this.assignees, ...(this.dueOn ? { dueOn: this.dueOn } : {}), ...(this.remindOn ? { remindOn: this.remindOn } : {}) }));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
