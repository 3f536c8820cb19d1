import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi } from '../affairs/affairs-api.js';
import type { Mail } from '../api/types.js';
import { Choose, type Choice } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { Words } from '../words/words.js';

const ways = ['answers', 'answeredBy', 'follows', 'followedBy', 'concerns', 'replaces', 'replacedBy', 'copyOf', 'copiedAs'] as const;
const forwards: { readonly [way in (typeof ways)[number]]?: string } = { answeredBy: 'answers', followedBy: 'follows', replacedBy: 'replaces', copiedAs: 'copyOf' };

/** Links a mail to another one: which, and how. Closes with the mail as it is then. */
@Component({
  selector: 'bn-link-dialog',
  imports: [Choose, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatSelectModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'THREAD.ADD_TITLE' | translate }}</h2>
    <mat-dialog-content>
      <p class="bn-quiet">{{ mail.chrono ?? ('LIST.NO_CHRONO' | translate) }} {{ mail.subject }}</p>
      <mat-form-field>
        <mat-label>{{ 'THREAD.KIND' | translate }}</mat-label>
        <mat-select [(ngModel)]="way" cdkFocusInitial>@for (one of ways; track one) { <mat-option [value]="one">{{ 'THREAD.WAY.' + one | translate }}</mat-option> }</mat-select>
      </mat-form-field>
      @if (other(); as choice) {
        <p><strong>{{ choice.label }}</strong> <span class="bn-quiet">{{ choice.detail }}</span> <button matButton type="button" (click)="other.set(undefined)">{{ 'THREAD.ANOTHER' | translate }}</button></p>
      } @else {
        <bn-choose [label]="'THREAD.FIND' | translate" [find]="find" (chosen)="other.set($event)" />
      }
      @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" type="button" [disabled]="busy() || !other()" (click)="link()">{{ 'THREAD.DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `mat-form-field { width: 100%; } p { overflow-wrap: anywhere; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(AffairsApi);
  private readonly words = inject(Words);
  private readonly finders = inject(Finders);
  protected readonly mail = inject<{ readonly mail: Mail }>(MAT_DIALOG_DATA).mail;
  protected readonly ways = ways;
  protected readonly way = signal<(typeof ways)[number]>('follows');
  protected readonly other = signal<Choice | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly find = async (q: string): Promise<readonly Choice[]> => (await this.finders.mails(q)).filter(({ id }) => id !== this.mail.id);

  protected async link(): Promise<void> {
    const other = this.other();
    if (!other) return;
    this.busy.set(true);
    this.problem.set('');
    const kind = forwards[this.way()];
    try {
      this.reference.close(await firstValueFrom(this.api.link(this.mail.id, { to: other.id, kind: kind ?? this.way(), backwards: kind !== undefined })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
