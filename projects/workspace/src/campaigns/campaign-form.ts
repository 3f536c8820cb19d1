import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Bounds, Campaign } from './campaigns-api.js';

/** What a campaign is about and how far it may go: never beyond the authority's bounds. */
@Component({
  selector: 'bn-campaign-form',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="form.valid && save()">
      <mat-form-field class="wide"><mat-label>{{ 'CAMPAIGN.FORM.TITLE' | translate }}</mat-label><input matInput name="title" required maxlength="200" autocomplete="off" [(ngModel)]="title" /><mat-hint>{{ 'CAMPAIGN.FORM.TITLE_HINT' | translate }}</mat-hint></mat-form-field>
      <mat-form-field><mat-label>{{ 'CAMPAIGN.FORM.UNTIL' | translate }}</mat-label><input matInput name="until" type="date" required [max]="bounds().today" [(ngModel)]="until" /><mat-hint>{{ 'CAMPAIGN.FORM.UNTIL_HINT' | translate }}</mat-hint></mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'CAMPAIGN.FORM.SERVICES' | translate }}</mat-label>
        <mat-select name="services" multiple [placeholder]="'CAMPAIGN.FORM.ALL' | translate" [(ngModel)]="services">
          @for (one of bounds().services; track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }
        </mat-select>
        <mat-hint>{{ 'CAMPAIGN.FORM.NONE_IS_ALL' | translate }}</mat-hint>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'CAMPAIGN.FORM.ROWS' | translate }}</mat-label>
        <mat-select name="rows" multiple [(ngModel)]="rows">
          @for (one of bounds().rows; track one.code) { <mat-option [value]="one.code">{{ one.code }} {{ one.label }} ({{ words.count('CAMPAIGN.YEARS', one.years) }})</mat-option> }
        </mat-select>
        <mat-hint>{{ (bounds().rows.length ? 'CAMPAIGN.FORM.NONE_IS_ALL' : 'CAMPAIGN.FORM.NO_ROW') | translate }}</mat-hint>
      </mat-form-field>
      <fieldset class="wide">
        <legend>{{ 'CAMPAIGN.FORM.BOUNDS' | translate }}</legend>
        <p class="bn-quiet">{{ 'CAMPAIGN.FORM.BOUNDS_TEXT' | translate }}</p>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.FORM.ITEMS' | translate }}</mat-label><input matInput name="items" type="number" required min="1" [max]="bounds().maxItems" [(ngModel)]="maxItems" /><mat-hint>{{ 'CAMPAIGN.FORM.AT_MOST' | translate: { most: number(bounds().maxItems) } }}</mat-hint></mat-form-field>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.FORM.SHARE' | translate }}</mat-label><input matInput name="share" type="number" required min="0.1" step="0.1" [max]="most()" [(ngModel)]="share" /><mat-hint>{{ 'CAMPAIGN.FORM.AT_MOST' | translate: { most: number(most()) } }}</mat-hint></mat-form-field>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.FORM.ERRORS' | translate }}</mat-label><input matInput name="errors" type="number" required min="1" [max]="bounds().maxErrors" [(ngModel)]="maxErrors" /><mat-hint>{{ 'CAMPAIGN.FORM.AT_MOST' | translate: { most: bounds().maxErrors } }}</mat-hint></mat-form-field>
        <mat-form-field><mat-label>{{ 'CAMPAIGN.FORM.COOLING' | translate }}</mat-label><input matInput name="cooling" type="number" required max="365" [min]="bounds().coolingDays" [(ngModel)]="coolingDays" /><mat-hint>{{ 'CAMPAIGN.FORM.AT_LEAST' | translate: { least: bounds().coolingDays } }}</mat-hint></mat-form-field>
      </fieldset>
      @if (said()) { <p class="bn-late wide" role="alert">{{ said() }}</p> }
      <div class="do wide">
        <button matButton type="button" (click)="left.emit()">{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid">{{ (campaign() ? 'CAMPAIGN.FORM.SAVE' : 'CAMPAIGN.FORM.BEGIN') | translate }}</button>
      </div>
    </form>
  `,
  styles: `
    form, fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr)); gap: 18px 16px; }
    form { max-width: 900px; padding: 16px; }
    fieldset { min-width: 0; margin: 0; padding: 8px 16px 20px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 4px; font-size: 13px; }
    .wide, fieldset p { grid-column: 1 / -1; margin: 0; }
    .do { display: flex; gap: 8px; justify-content: flex-end; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignForm {
  protected readonly words = inject(Words);
  readonly bounds = input.required<Bounds>();
  readonly campaign = input<Campaign>();
  readonly saved = output<object>();
  readonly left = output();
  readonly said = input('');
  readonly busy = input(false);
  protected readonly title = linkedSignal(() => this.campaign()?.title ?? '');
  protected readonly until = linkedSignal(() => this.campaign()?.until ?? `${Number(this.bounds().today.slice(0, 4)) - 1}-12-31`);
  protected readonly services = linkedSignal<readonly string[]>(() => this.campaign()?.services ?? []);
  protected readonly rows = linkedSignal<readonly string[]>(() => this.campaign()?.rows ?? []);
  protected readonly maxItems = linkedSignal(() => this.campaign()?.maxItems ?? this.bounds().maxItems);
  protected readonly share = linkedSignal(() => percent(this.campaign()?.maxShare ?? this.bounds().maxShare));
  protected readonly maxErrors = linkedSignal(() => this.campaign()?.maxErrors ?? this.bounds().maxErrors);
  protected readonly coolingDays = linkedSignal(() => this.campaign()?.coolingDays ?? this.bounds().coolingDays);
  protected readonly number = this.words.number;
  protected readonly most = (): number => percent(this.bounds().maxShare);

  protected save(): void {
    this.saved.emit({ title: this.title().trim(), until: this.until(), services: this.services(), rows: this.rows(), maxItems: this.maxItems(), maxShare: this.share() / 100, maxErrors: this.maxErrors(), coolingDays: this.coolingDays() });
  }
}

/** PostgreSQL's `real` and a percentage have no more digits than that in common. */
const percent = (share: number): number => Math.round(share * 1000) / 10;
