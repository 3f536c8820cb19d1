import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import { CampaignsApi, type Campaign, type CampaignItem } from './campaigns-api.js';

export type CampaignStep = 'freeze' | 'validate' | 'approve' | 'submit' | 'cancel' | 'takeOut';

/** A step of a campaign with what one must have seen: its numbers are typed again before they are answered for. Closes with the campaign. */
@Component({
  selector: 'bn-campaign-dialog',
  imports: [FormsModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="ready() && save()">
      <h2 mat-dialog-title>{{ 'CAMPAIGN.DO.' + step + '.TITLE' | translate: { chrono: campaign.chrono, mail: item?.chrono ?? item?.subject ?? '' } }}</h2>
      <mat-dialog-content>
        <p>{{ 'CAMPAIGN.DO.' + step + '.TEXT' | translate }}</p>
        @if (step === 'validate' || step === 'approve' || step === 'freeze') {
          <dl>
            <dt>{{ 'CAMPAIGNS.ITEMS' | translate }}</dt><dd>{{ number(campaign.counts.destroy) }}</dd>
            <dt>{{ 'CAMPAIGN.SHARE' | translate }}</dt><dd>{{ share() }}</dd>
            @if (step !== 'freeze') { <dt>{{ 'CAMPAIGN.FILES_HEAD' | translate }}</dt><dd>{{ number(campaign.documents) }}, {{ size() }}</dd> }
            <dt>{{ 'CAMPAIGN.VERDICT.conflict' | translate }}</dt><dd>{{ number(campaign.counts.conflict) }}</dd>
          </dl>
        }
        @if (typed()) {
          <mat-form-field><mat-label>{{ 'CAMPAIGN.DO.RETYPE' | translate }}</mat-label><input matInput name="count" inputmode="numeric" autocomplete="off" required cdkFocusInitial [(ngModel)]="count" /><mat-hint>{{ 'CAMPAIGN.DO.RETYPE_HINT' | translate }}</mat-hint></mat-form-field>
        }
        @if (reasoned()) {
          <mat-form-field><mat-label>{{ 'CAMPAIGN.DO.REASON' | translate }}</mat-label><textarea matInput name="reason" rows="3" maxlength="1000" required cdkFocusInitial [(ngModel)]="reason"></textarea></mat-form-field>
        }
        @if (step === 'submit') {
          <fieldset>
            <legend>{{ 'CAMPAIGN.DO.ARCHIVISTS' | translate }}</legend>
            @for (one of archivists(); track one.id) { <mat-checkbox [checked]="chosen().includes(one.id)" (change)="choose(one.id, $event.checked)">{{ one.displayName }}</mat-checkbox> } @empty { <p class="bn-late">{{ 'CAMPAIGN.DO.NO_ARCHIVIST' | translate }}</p> }
          </fieldset>
        }
        @if (said()) { <p class="bn-late" role="alert">{{ said() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !ready()">{{ 'CAMPAIGN.DO.' + step + '.BUTTON' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    p { margin: 0 0 12px; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px; } dt { color: var(--bn-muted); } dd { margin: 0; font-weight: 500; }
    mat-form-field { width: 100%; margin-bottom: 8px; }
    fieldset { display: flex; flex-direction: column; margin: 0; padding: 4px 12px; border: 1px solid var(--bn-line); border-radius: 6px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CampaignsApi);
  private readonly words = inject(Words);
  private readonly data = inject<{ readonly campaign: Campaign; readonly step: CampaignStep; readonly item?: CampaignItem }>(MAT_DIALOG_DATA);
  protected readonly campaign = this.data.campaign;
  protected readonly step = this.data.step;
  protected readonly item = this.data.item;
  protected readonly count = signal('');
  protected readonly reason = signal('');
  protected readonly archivists = signal<readonly { readonly id: string; readonly displayName: string }[]>([]);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly typed = (): boolean => this.step === 'validate' || this.step === 'approve';
  protected readonly reasoned = (): boolean => this.step === 'cancel' || this.step === 'takeOut';
  protected readonly ready = computed(() => {
    if (this.typed()) return this.count().replace(/\s/g, '') === String(this.campaign.counts.destroy);
    if (this.reasoned()) return this.reason().trim().length > 0;
    return this.step !== 'submit' || this.chosen().length > 0;
  });

  constructor() {
    if (this.step === 'submit') void firstValueFrom(this.api.archivists()).then(({ items }) => this.archivists.set(items), (error: unknown) => this.said.set(this.words.problem(error)));
  }

  protected readonly number = this.words.number;
  protected readonly size = (): string => volume(this.campaign.bytes, this.words.lang());
  protected readonly share = (): string => new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 1 }).format(this.campaign.share);
  protected choose(id: string, wanted: boolean): void {
    this.chosen.update((ids) => (wanted ? [...ids, id] : ids.filter((one) => one !== id)));
  }

  protected async save(): Promise<void> {
    const { id, revision, manifestSha512, documents } = this.campaign;
    const items = Number(this.count().replace(/\s/g, ''));
    const bodies = { freeze: { revision }, validate: { revision, items, documents, manifestSha512 }, approve: { revision, items, manifestSha512 }, submit: { revision, archivists: this.chosen() }, cancel: { revision, reason: this.reason().trim() }, takeOut: { revision, reason: this.reason().trim() } };
    this.busy.set(true);
    this.said.set('');
    try {
      this.reference.close(await firstValueFrom(this.item ? this.api.takeOut(id, this.item, bodies.takeOut) : this.api.act(id, this.step, bodies[this.step])));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
