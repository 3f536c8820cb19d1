import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { ChangeDetectionStrategy, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { noteVisibilities } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import type { Mail } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { aboutOf } from '../words/about.js';
import { Words } from '../words/words.js';
import { mentionAt, stillMentioned, withMention } from './mentions.js';
import { WorkApi, type Note, type Reader } from './work-api.js';

export interface NoteDialogData {
  readonly mail: Mail;
  readonly note?: Note;
  readonly submit: (body: object) => Promise<Mail>;
}

/** A note: its words, who sees it, and who is told of it by @. */
@Component({
  selector: 'bn-note-dialog',
  imports: [CdkTextareaAutosize, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()" (keydown.control.enter)="submit()">
      <h2 mat-dialog-title>{{ (data.note ? 'WORK.CHANGE_NOTE' : 'ACTION_TITLE.note') | translate }}</h2>
      <mat-dialog-content>
        <p class="about bn-quiet">{{ about }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'FIELD.note' | translate }}</mat-label>
          <textarea matInput #area cdkTextareaAutosize [cdkAutosizeMinRows]="4" [cdkAutosizeMaxRows]="14" name="text" required maxlength="5000" [ngModel]="text()" (ngModelChange)="typed($event)" (keydown.escape)="dismiss($event)" (keydown.arrowdown)="toProposals($event)"></textarea>
          <mat-hint>{{ 'WORK.MENTION_HINT' | translate }}</mat-hint>
        </mat-form-field>
        @if (proposals().length) {
          <ul #list [attr.aria-label]="'WORK.MENTION' | translate">
            @for (one of proposals(); track one.id) {
              <li><button matButton type="button" (click)="mention(one)">{{ one.displayName }}@if (one.away) { ({{ 'WORK.AWAY' | translate }})}</button></li>
            }
          </ul>
        }
        <p class="visually-hidden" role="status">{{ proposals().length ? ('WORK.MENTION' | translate) : '' }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'WORK.SEEN_BY' | translate }}</mat-label>
          <mat-select name="visibility" [ngModel]="visibility()" (ngModelChange)="visibility.set($event)">
            @for (one of visibilities; track one) { <mat-option [value]="one">{{ 'WORK.VISIBILITY.' + one | translate }}</mat-option> }
          </mat-select>
        </mat-form-field>
        @if (visibility() === 'service' && services.length > 1) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ 'WORK.MY_SERVICE' | translate }}</mat-label>
            <mat-select name="service" [(ngModel)]="service">
              @for (one of services; track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }
            </mat-select>
          </mat-form-field>
        }
        @if (visibility() === 'persons') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ 'WORK.PERSONS' | translate }}</mat-label>
            <mat-select name="persons" multiple [ngModel]="persons()" (ngModelChange)="persons.set($event)">
              @for (one of readers(); track one.id) { <mat-option [value]="one.id">{{ one.displayName }}</mat-option> }
            </mat-select>
          </mat-form-field>
        }
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !text().trim()">{{ 'GENERAL.SAVE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .about { margin: 0; }
    mat-form-field { display: block; margin-top: 12px; }
    ul { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px 0 0; padding: 0; list-style: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoteDialog {
  private readonly reference = inject<MatDialogRef<NoteDialog, Mail>>(MatDialogRef);
  private readonly api = inject(WorkApi);
  private readonly words = inject(Words);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  protected readonly data = inject<NoteDialogData>(MAT_DIALOG_DATA);
  protected readonly about = aboutOf(this.data.mail);
  protected readonly visibilities = noteVisibilities;
  protected readonly services = inject(SessionStore).person()?.services ?? [];
  protected readonly text = signal(this.data.note?.text ?? '');
  protected readonly visibility = signal<Note['visibility']>(this.data.note?.visibility ?? 'readers');
  protected service = this.services.find(({ code }) => code === this.data.mail.service)?.code ?? this.services[0]?.code ?? '';
  protected readonly persons = signal<readonly string[]>(this.data.note?.persons ?? []);
  protected readonly readers = signal<readonly Reader[]>([]);
  protected readonly proposals = signal<readonly Reader[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  private mentioned: readonly { readonly id: string; readonly displayName: string }[] = this.data.note?.mentions ?? [];

  constructor() {
    void firstValueFrom(this.api.readers(this.data.mail.id)).then(({ items }) => this.readers.set(items), () => undefined);
  }

  protected typed(text: string): void {
    this.text.set(text);
    const at = mentionAt(text, this.area().nativeElement.selectionStart);
    const like = at?.typed.toLocaleLowerCase() ?? '';
    this.proposals.set(at ? this.readers().filter(({ displayName }) => displayName.toLocaleLowerCase().split(' ').some((part) => part.startsWith(like)) || displayName.toLocaleLowerCase().startsWith(like)).slice(0, 8) : []);
  }

  protected dismiss(event: Event): void {
    if (!this.proposals().length) return;
    event.stopPropagation();
    this.proposals.set([]);
  }

  protected toProposals(event: Event): void {
    if (!this.proposals().length) return;
    event.preventDefault();
    this.list()?.nativeElement.querySelector('button')?.focus();
  }

  protected mention(reader: Reader): void {
    const area = this.area().nativeElement;
    const { text, caret } = withMention(this.text(), area.selectionStart, reader.displayName);
    this.text.set(text);
    this.mentioned = [...this.mentioned.filter(({ id }) => id !== reader.id), reader];
    this.proposals.set([]);
    setTimeout(() => {
      area.focus();
      area.setSelectionRange(caret, caret);
    });
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.text().trim()) return;
    this.busy.set(true);
    this.problem.set('');
    const visibility = this.visibility();
    const mentions = stillMentioned(this.text(), this.mentioned).map(({ id }) => id);
    try {
      this.reference.close(await this.data.submit({ text: this.text(), visibility, mentions, ...(visibility === 'service' && this.service ? { service: this.service } : {}), ...(visibility === 'persons' ? { persons: this.persons() } : {}) }));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
