import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { ServiceSetting } from '@bannette/domain';
import { Api } from '../../api/api.js';
import type { Retirement } from '../../api/types.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';

/** What becomes of a service's trays when it gets no more mail: each that holds mail, or that rules lead to, is taken over. */
@Component({
  selector: 'bn-retire-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatProgressBar, MatSelectModule, TranslatePipe],
  template: `
    <form (ngSubmit)="retire()">
      <h2 mat-dialog-title>{{ 'SERVICE.RETIRE_TITLE' | translate: { service: service.label } }}</h2>
      <mat-dialog-content>
        <p>{{ 'SERVICE.RETIRE_TEXT' | translate }}</p>
        @if (found.isLoading()) { <mat-progress-bar mode="indeterminate" /> }
        @if (found.error(); as error) { <p class="problem" role="alert">{{ words.problem(error) }}</p> }
        @if (found.value(); as its) {
          @if (its.parts.length) {
            <p class="problem" role="alert">{{ 'SERVICE.HAS_PARTS' | translate: { parts: named(its.parts) } }}</p>
          }
          @for (tray of its.trays; track tray.id) {
            <div class="tray">
              <strong>{{ tray.label }}</strong>
              <span class="bn-quiet">{{ words.count('TRAY.OPEN', tray.open) }}, {{ words.count('SERVICE.RULES', tray.rules.length) }}</span>
              <mat-form-field appearance="outline" subscriptSizing="dynamic">
                <mat-label>{{ 'SERVICE.TAKEN_OVER_BY' | translate }}</mat-label>
                <mat-select [name]="tray.id" [required]="needed(tray)" [ngModel]="taken()[tray.id]" (ngModelChange)="choose(tray.id, $event)">
                  @if (!needed(tray)) { <mat-option [value]="undefined">{{ 'SERVICE.NOBODY' | translate }}</mat-option> }
                  @for (other of others(tray); track other.id) { <mat-option [value]="other.id">{{ other.label }}</mat-option> }
                </mat-select>
              </mat-form-field>
            </div>
          } @empty {
            <p class="bn-quiet">{{ 'SERVICE.NO_TRAY' | translate }}</p>
          }
          <mat-form-field appearance="outline" subscriptSizing="dynamic" class="reason">
            <mat-label>{{ 'FIELD.reason' | translate }}</mat-label>
            <input matInput name="comment" required maxlength="500" [(ngModel)]="comment" />
          </mat-form-field>
        }
        @if (refused()) { <p class="problem" role="alert">{{ refused() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button mat-flat-button type="submit" [disabled]="busy() || !ready()">{{ 'SERVICE.RETIRE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .tray { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; margin-top: 14px; }
    .tray mat-form-field { grid-column: 1 / -1; }
    .reason { display: block; margin-top: 18px; }
    .problem { color: var(--bn-late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetireDialog {
  private readonly api = inject(Api);
  private readonly reference = inject<MatDialogRef<RetireDialog, boolean>>(MatDialogRef);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly service = inject<ServiceSetting>(MAT_DIALOG_DATA);

  protected readonly found = resource({ loader: () => firstValueFrom(this.api.retirement(this.service.code)) });
  protected readonly taken = signal<{ readonly [tray: string]: string }>({});
  protected readonly comment = signal('');
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly ready = computed(() => {
    const its = this.found.value();
    return !!its && !its.parts.length && its.trays.every((tray) => !this.needed(tray) || this.taken()[tray.id]) && !!this.comment().trim();
  });

  protected named(codes: readonly string[]): string {
    return codes.map((code) => this.settings.label(code)).join(', ');
  }

  protected needed({ open, rules }: Retirement['trays'][number]): boolean {
    return open > 0 || rules.length > 0;
  }

  /** Trays of services that are cleared for all that is open in this one. */
  protected others({ compartments }: Retirement['trays'][number]): readonly { readonly id: string; readonly label: string }[] {
    const { services = [], trays = [] } = this.settings.all() ?? {};
    const able = new Set(services.filter((each) => each.code !== this.service.code && !each.retired && compartments.every((compartment) => each.compartments.includes(compartment))).map(({ code }) => code));
    return trays.filter(({ service }) => able.has(service));
  }

  protected choose(tray: string, by: string | undefined): void {
    const { [tray]: _, ...others } = this.taken();
    this.taken.set(by ? { ...others, [tray]: by } : others);
  }

  protected async retire(): Promise<void> {
    if (!this.ready() || this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    const { services = 0, rules = 0 } = this.settings.versions();
    try {
      await firstValueFrom(this.api.retireService(this.service.code, { trays: this.taken(), comment: this.comment().trim(), basedOn: { services, rules } }));
      this.reference.close(true);
    } catch (error) {
      this.refused.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
