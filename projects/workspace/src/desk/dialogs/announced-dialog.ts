import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import type { CorrectAnnouncedBody, ScanBatch } from '../../api/types.js';
import { Words } from '../../words/words.js';

export interface AnnouncedData {
  readonly batch: ScanBatch;
  /** As they are parted now. */
  readonly envelopes: number;
  readonly submit: (corrected: Omit<CorrectAnnouncedBody, 'revision'>) => Promise<unknown>;
}

/** What was counted at the opening of envelopes, corrected with a reason. */
@Component({
  selector: 'bn-announced-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()">
      <h2 mat-dialog-title>{{ 'DESK.ANNOUNCED.TITLE' | translate }}</h2>
      <mat-dialog-content>
        <p class="bn-quiet">{{ 'DESK.ANNOUNCED.TEXT' | translate }}</p>
        <div class="pair">
          <mat-form-field subscriptSizing="dynamic">
            <mat-label>{{ 'DESK.ANNOUNCED.ENVELOPES' | translate }}</mat-label>
            <input matInput type="number" min="0" max="100000" name="envelopes" [(ngModel)]="envelopes" />
            <mat-hint>{{ 'DESK.ANNOUNCED.FOUND' | translate: { count: data.envelopes } }}</mat-hint>
          </mat-form-field>
          <mat-form-field subscriptSizing="dynamic">
            <mat-label>{{ 'DESK.ANNOUNCED.PAGES' | translate }}</mat-label>
            <input matInput type="number" min="0" max="100000" name="pages" [(ngModel)]="pages" />
            <mat-hint>{{ 'DESK.ANNOUNCED.FOUND' | translate: { count: data.batch.counts.pages } }}</mat-hint>
          </mat-form-field>
        </div>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'FIELD.reason' | translate }}</mat-label>
          <input matInput name="reason" required minlength="3" maxlength="500" [(ngModel)]="reason" />
        </mat-form-field>
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !sound()">{{ 'DESK.ANNOUNCED.DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin: 12px 0 16px; } mat-form-field { display: block; } p { margin: 8px 0 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnnouncedDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly words = inject(Words);
  protected readonly data = inject<AnnouncedData>(MAT_DIALOG_DATA);
  protected readonly envelopes = signal<number | null>(this.data.batch.announcedEnvelopes ?? null);
  protected readonly pages = signal<number | null>(this.data.batch.announcedPages ?? null);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly sound = computed(() => this.reason().trim().length >= 3 && [this.envelopes(), this.pages()].every((count) => count === null || (Number.isInteger(count) && count >= 0 && count <= 100_000)));

  protected async submit(): Promise<void> {
    if (this.busy() || !this.sound()) return;
    this.busy.set(true);
    try {
      await this.data.submit({ announcedEnvelopes: this.envelopes() ?? undefined, announcedPages: this.pages() ?? undefined, reason: this.reason().trim() });
      this.reference.close(true);
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
