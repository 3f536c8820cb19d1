import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { TraysApi, type SavedTray, type TrayAudience, type TrayQuery, type TraySort } from './trays-api.js';

export interface SavedDialogData {
  readonly query: TrayQuery;
  readonly sort: TraySort;
  /** The one that is changed; none: a new one is made. */
  readonly tray?: SavedTray;
}

/** Name, order and audience of a search that is kept as a tray. */
@Component({
  selector: 'bn-saved-dialog',
  imports: [MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, TranslatePipe],
  template: `
    <form [formGroup]="form" (ngSubmit)="save()" (keydown.control.enter)="save()">
      <h2 mat-dialog-title>{{ (data.tray ? 'SAVED_TRAY.CHANGE' : 'SAVED_TRAY.TITLE') | translate }}</h2>
      <mat-dialog-content>
        <p class="hint">{{ 'SAVED_TRAY.SHARE_HINT' | translate }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'SAVED_TRAY.NAME' | translate }}</mat-label>
          <input matInput formControlName="name" maxlength="80" />
          <mat-error>{{ 'FIELD_REQUIRED' | translate }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'FINDING.SORT' | translate }}</mat-label>
          <mat-select formControlName="sort">
            @for (sort of sorts; track sort) {
              <mat-option [value]="sort">{{ 'FINDING.SORTS.' + sort | translate }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ 'SAVED_TRAY.SHARE' | translate }}</mat-label>
          <mat-select formControlName="audience">
            <mat-option value="">{{ 'SAVED_TRAY.PRIVATE' | translate }}</mat-option>
            @for (each of audiences(); track each.value) {
              <mat-option [value]="each.value">{{ each.label }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        @if (!data.tray) {
          <mat-checkbox formControlName="pinned">{{ 'SAVED_TRAY.PIN' | translate }}</mat-checkbox>
        }
        @if (problem()) {
          <p class="problem" role="alert">{{ problem() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button mat-flat-button type="submit" [disabled]="busy()">{{ 'SAVED_TRAY.SAVE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { display: block; margin-top: 12px; }
    mat-checkbox { display: block; margin-top: 8px; }
    .hint { margin: 0 0 4px; color: var(--bn-muted); }
    .problem { margin: 12px 0 0; color: var(--bn-late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedDialog {
  private readonly api = inject(TraysApi);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  private readonly reference = inject<MatDialogRef<SavedDialog, SavedTray>>(MatDialogRef);
  protected readonly data = inject<SavedDialogData>(MAT_DIALOG_DATA);
  protected readonly sorts: readonly TraySort[] = ['due', 'newest', 'oldest', 'priority'];
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly form = new FormGroup({
    name: new FormControl(this.data.tray?.name ?? '', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/)] }),
    sort: new FormControl(this.data.sort, { nonNullable: true }),
    audience: new FormControl(valueOf(this.data.tray?.sharedWith), { nonNullable: true }),
    pinned: new FormControl(true, { nonNullable: true }),
  });
  /** My services, and their secretaries or heads. */
  protected readonly audiences = computed(() =>
    (this.session.person()?.services ?? []).flatMap(({ code, label }) => [
      { value: code, label },
      ...(['secretaries', 'heads'] as const).map((only) => ({ value: `${code} ${only}`, label: this.words.text(`SAVED_TRAY.ONLY_${only}`, { service: label }) })),
    ]),
  );

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    const { name, sort, audience, pinned } = this.form.getRawValue();
    const [service, only] = audience.split(' ');
    const body = { name, sort, query: this.data.query, ...(service ? { sharedWith: { service, ...(only ? { only } : {}) } } : {}) };
    const { tray } = this.data;
    try {
      this.reference.close(await firstValueFrom(tray ? this.api.change(tray.id, { ...body, revision: tray.revision }) : this.api.save({ ...body, pinned })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

const valueOf = (audience: TrayAudience | undefined): string => (audience ? [audience.service, audience.only].filter(Boolean).join(' ') : '');
