import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { ControlContainer, FormsModule, NgForm } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { SessionStore } from '../session/session.js';

/** Who decided, when, and under which reference: of a visa, or of an agreement to a sorting. Part of the form that it stands in. */
@Component({
  selector: 'bn-decided-fields',
  imports: [FormsModule, MatFormFieldModule, MatInput, TranslatePipe],
  viewProviders: [{ provide: ControlContainer, useExisting: NgForm }],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ words().name | translate }}</mat-label><input matInput name="name" required maxlength="200" autocomplete="off" [(ngModel)]="name" /></mat-form-field>
    <div class="row">
      <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ words().on | translate }}</mat-label><input matInput type="date" name="on" required [max]="today" [(ngModel)]="on" /></mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ words().reference | translate }}</mat-label><input matInput name="reference" required maxlength="200" autocomplete="off" [(ngModel)]="reference" /></mat-form-field>
    </div>
  `,
  styles: `
    mat-form-field { display: block; margin-top: 12px; }
    .row { display: flex; flex-wrap: wrap; gap: 0 12px; }
    .row mat-form-field { flex: 1 1 180px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecidedFields {
  protected readonly today = inject(SessionStore).today();
  /** Keys of its labels. */
  readonly words = input.required<{ readonly name: string; readonly on: string; readonly reference: string }>();
  readonly name = model.required<string>();
  readonly on = model.required<string>();
  readonly reference = model.required<string>();
}

export const visaFields = { name: 'VISAS.NAME', on: 'VISAS.ON', reference: 'VISAS.REFERENCE' } as const;
export const paperVisaFields = { ...visaFields, name: 'PAPER_VISA.NAME' } as const;
export const agreementFields = { name: 'VISAS.NAME', on: 'SORTINGS.AGREED_ON', reference: 'SORTINGS.AGREED_AS' } as const;
export const paperAgreementFields = { ...agreementFields, name: 'PAPER_VISA.NAME' } as const;
