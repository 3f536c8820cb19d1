import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { CampaignsApi, type Campaign } from './campaigns-api.js';

export interface SignatoryData {
  readonly campaign: Campaign;
  readonly service: string;
  readonly label: string;
}

/** Who signs for a producing service whose head can't, and why. Closes with the campaign. */
@Component({
  selector: 'bn-signatory-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatRadioModule, TranslatePipe],
  template: `
    <form (ngSubmit)="ready() && save()">
      <h2 mat-dialog-title>{{ 'CAMPAIGN.SIGNATORY.TITLE' | translate: { service: data.label } }}</h2>
      <mat-dialog-content>
        <p>{{ 'CAMPAIGN.SIGNATORY.TEXT' | translate }}</p>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.SIGNATORY.FIND' | translate }}</mat-label><input matInput name="q" autocomplete="off" maxlength="60" cdkFocusInitial [ngModel]="q()" (ngModelChange)="find($event)" /></mat-form-field>
        <mat-radio-group name="person" [attr.aria-label]="'CAMPAIGN.SIGNATORY.WHO' | translate" [(ngModel)]="person">
          @for (one of people(); track one.id) { <mat-radio-button [value]="one.id">{{ one.displayName }}</mat-radio-button> } @empty { <p class="bn-quiet">{{ 'CAMPAIGN.SIGNATORY.NOBODY' | translate }}</p> }
        </mat-radio-group>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.DO.REASON' | translate }}</mat-label><textarea matInput name="reason" rows="3" maxlength="1000" required [(ngModel)]="reason"></textarea><mat-hint>{{ 'CAMPAIGN.SIGNATORY.REASON_HINT' | translate }}</mat-hint></mat-form-field>
        @if (said()) { <p class="bn-late" role="alert">{{ said() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !ready()">{{ 'CAMPAIGN.SIGNATORY.BUTTON' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    p { margin: 0 0 12px; }
    mat-form-field { width: 100%; margin-bottom: 8px; }
    mat-radio-group { display: flex; flex-direction: column; max-height: 220px; margin-bottom: 12px; overflow: auto; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignatoryDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CampaignsApi);
  private readonly words = inject(Words);
  protected readonly data = inject<SignatoryData>(MAT_DIALOG_DATA);
  protected readonly q = signal('');
  protected readonly people = signal<readonly { readonly id: string; readonly displayName: string }[]>([]);
  protected readonly person = signal('');
  protected readonly reason = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly ready = (): boolean => this.people().some(({ id }) => id === this.person()) && this.reason().trim().length > 0;

  constructor() {
    void this.find('');
  }

  /** Answers of older questions are left aside. */
  protected async find(q: string): Promise<void> {
    this.q.set(q);
    try {
      const { items } = await firstValueFrom(this.api.signatories(this.data.campaign.id, q));
      if (this.q() === q) this.people.set(items);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    try {
      this.reference.close(await firstValueFrom(this.api.act(this.data.campaign.id, 'signatories', { service: this.data.service, person: this.person(), reason: this.reason().trim() })));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
