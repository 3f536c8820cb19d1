import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { Mail } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { aboutOf } from '../words/about.js';
import { Words } from '../words/words.js';
import { WorkApi, type Reader } from './work-api.js';

export interface AskDialogData {
  readonly mail: Mail;
  readonly submit: (body: object) => Promise<Mail>;
}

interface Line {
  /** `service:CODE` or `person:ID`. */
  who: string;
  workingDays: number;
}
const usualDays = 5;

/** Opinions to be asked for: the question, of whom, in which order, each with its limit. */
@Component({
  selector: 'bn-ask-dialog',
  imports: [CdkTextareaAutosize, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatIcon, MatIconButton, MatInput, MatRadioModule, MatSelectModule, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()" (keydown.control.enter)="submit()">
      <h2 mat-dialog-title>{{ 'ACTION_TITLE.askOpinion' | translate }}</h2>
      <mat-dialog-content>
        <p class="about bn-quiet">{{ about }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic" class="wide">
          <mat-label>{{ 'WORK.QUESTION' | translate }}</mat-label>
          <textarea matInput cdkTextareaAutosize [cdkAutosizeMinRows]="3" [cdkAutosizeMaxRows]="10" name="question" required maxlength="5000" [(ngModel)]="question"></textarea>
        </mat-form-field>
        <mat-radio-group name="mode" [attr.aria-label]="'WORK.MODE' | translate" [ngModel]="mode()" (ngModelChange)="mode.set($event)">
          <mat-radio-button value="parallel">{{ 'WORK.PARALLEL' | translate }}</mat-radio-button>
          <mat-radio-button value="series">{{ 'WORK.SERIES' | translate }}</mat-radio-button>
        </mat-radio-group>
        <ol [class.plain]="mode() === 'parallel'">
          @for (line of lines(); track $index; let index = $index) {
            <li>
              <mat-form-field appearance="outline" subscriptSizing="dynamic" class="who">
                <mat-label>{{ 'WORK.ASKED_OF' | translate }}</mat-label>
                <mat-select [name]="'who' + index" [(ngModel)]="line.who" (ngModelChange)="touch()">
                  <mat-optgroup [label]="'WORK.SERVICES' | translate">
                    @for (one of services(); track one.code) { <mat-option [value]="'service:' + one.code">{{ one.label }}</mat-option> }
                  </mat-optgroup>
                  <mat-optgroup [label]="'WORK.READERS' | translate">
                    @for (one of readers(); track one.id) { <mat-option [value]="'person:' + one.id">{{ one.displayName }}@if (one.away) { ({{ 'WORK.AWAY' | translate }})}</mat-option> }
                  </mat-optgroup>
                </mat-select>
              </mat-form-field>
              <mat-form-field appearance="outline" subscriptSizing="dynamic" class="days"><mat-label>{{ 'WORK.WORKING_DAYS' | translate }}</mat-label><input matInput type="number" min="1" max="120" [name]="'days' + index" [(ngModel)]="line.workingDays" (ngModelChange)="touch()" /></mat-form-field>
              <button mat-icon-button type="button" [disabled]="lines().length === 1" [attr.aria-label]="'GENERAL.REMOVE' | translate" (click)="remove(index)"><mat-icon>delete</mat-icon></button>
            </li>
          }
        </ol>
        <button matButton type="button" [disabled]="lines().length >= 20" (click)="add()"><mat-icon>add</mat-icon>{{ 'WORK.ADD_ASKED' | translate }}</button>
        @if (mode() === 'series') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic" class="wide">
            <mat-label>{{ 'WORK.ON_LIMIT' | translate }}</mat-label>
            <mat-select name="onLimit" [(ngModel)]="onLimit">
              <mat-option value="next">{{ 'WORK.LIMIT_NEXT' | translate }}</mat-option>
              <mat-option value="wait">{{ 'WORK.LIMIT_WAIT' | translate }}</mat-option>
            </mat-select>
          </mat-form-field>
        }
        @if (copied().length) { <p class="note"><mat-icon>visibility</mat-icon>{{ 'WORK.COPIED' | translate: { services: copied().join(', ') } }}</p> }
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !question.trim() || !ready()">{{ 'ACTION.askOpinion' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .about { margin: 0; }
    .wide { display: block; margin-top: 12px; }
    mat-radio-group { display: flex; flex-wrap: wrap; gap: 0 16px; margin-top: 8px; }
    ol { margin: 8px 0; padding-left: 24px; }
    ol.plain { padding-left: 0; list-style: none; }
    li { margin-top: 6px; }
    li .who { width: calc(100% - 190px); }
    li .days { width: 130px; margin-left: 8px; }
    li button { vertical-align: top; margin-top: 4px; }
    .note { display: flex; gap: 8px; margin: 12px 0 0; padding: 8px 12px; border-left: 3px solid var(--mat-sys-primary); background: var(--mat-sys-surface-container-high); }
    .note mat-icon { flex: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDialog {
  private readonly reference = inject<MatDialogRef<AskDialog, Mail>>(MatDialogRef);
  private readonly api = inject(WorkApi);
  private readonly words = inject(Words);
  private readonly settings = inject(SettingsStore);
  private readonly me = inject(SessionStore).person()?.id;
  protected readonly data = inject<AskDialogData>(MAT_DIALOG_DATA);
  protected readonly about = aboutOf(this.data.mail);
  protected question = '';
  protected onLimit = 'next';
  protected readonly mode = signal<'parallel' | 'series'>('parallel');
  protected readonly lines = signal<readonly Line[]>([{ who: '', workingDays: usualDays }]);
  protected readonly readers = signal<readonly Reader[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly services = computed(() => (this.settings.all()?.services ?? []).filter(({ retired }) => !retired));
  protected readonly ready = computed(() => this.lines().some(({ who }) => who));
  /** Services that can't open the mail yet. */
  protected readonly copied = computed(() => {
    const { service, copies } = this.data.mail;
    const asked = this.lines().flatMap(({ who }) => (who.startsWith('service:') ? [who.slice(8)] : []));
    return [...new Set(asked)].filter((code) => code !== service && !copies.includes(code)).map((code) => this.settings.label(code));
  });

  constructor() {
    void this.settings.load();
    void firstValueFrom(this.api.readers(this.data.mail.id)).then(({ items }) => this.readers.set(items.filter(({ id }) => id !== this.me)), () => undefined);
  }

  protected touch(): void {
    this.lines.update((lines) => [...lines]);
  }

  protected add(): void {
    this.lines.update((lines) => [...lines, { who: '', workingDays: lines.at(-1)?.workingDays ?? usualDays }]);
  }

  protected remove(index: number): void {
    this.lines.update((lines) => lines.filter((_, at) => at !== index));
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.question.trim() || !this.ready()) return;
    this.busy.set(true);
    this.problem.set('');
    const asked = this.lines()
      .filter(({ who }) => who)
      .map(({ who, workingDays }) => ({ ...(who.startsWith('service:') ? { service: who.slice(8) } : { person: who.slice(7) }), workingDays: Number(workingDays) || usualDays }));
    try {
      this.reference.close(await this.data.submit({ question: this.question, mode: this.mode(), onLimit: this.onLimit, asked }));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
