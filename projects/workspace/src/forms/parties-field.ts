import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { correspondentKinds, type CorrespondentKind } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { Correspondent } from '../api/types.js';
import { addressText } from '../correspondents/address-text.js';

/** Who wrote, is written to or called: known ones are found as their name is typed, others are added by it. */
@Component({
  selector: 'bn-parties-field',
  imports: [MatAutocompleteModule, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, MatSelectModule, TranslatePipe],
  template: `
    @for (party of shown(); track $index; let at = $index) {
      <div class="party">
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ label() }}@if (shown().length > 1) { {{ at + 1 }}}</mat-label>
          <input matInput maxlength="200" autocomplete="off" [attr.data-field]="at === 0 ? 'parties' : null" [required]="required() && at === 0" [value]="party.name" [matAutocomplete]="list" (input)="type(at, $any($event.target).value)" />
          <mat-autocomplete #list="matAutocomplete" [displayWith]="nameOf" (optionSelected)="change(at, $event.option.value)">
            @for (one of found(); track one.id) {
              <mat-option [value]="one">{{ one.name }} <small class="bn-quiet">{{ addressOf(one) }}</small></mat-option>
            }
          </mat-autocomplete>
          @if (party.id) { <mat-icon matSuffix role="img" [attr.aria-label]="'ENTRY.KNOWN_PARTY' | translate" [title]="'ENTRY.KNOWN_PARTY' | translate">how_to_reg</mat-icon> }
          @if (party.id && addressOf(party); as address) { <mat-hint>{{ address }}</mat-hint> }
        </mat-form-field>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'QUALIFY.SENDER_KIND' | translate }}</mat-label>
          <mat-select [value]="party.kind" (selectionChange)="change(at, { name: party.name, kind: $event.value })">
            @for (kind of kinds; track kind) { <mat-option [value]="kind">{{ 'CORRESPONDENT_KIND.' + kind | translate }}</mat-option> }
          </mat-select>
        </mat-form-field>
        @if (shown().length > 1) {
          <button mat-icon-button type="button" [attr.aria-label]="'ENTRY.REMOVE_PARTY' | translate: { name: party.name }" (click)="remove(at)"><mat-icon>close</mat-icon></button>
        }
      </div>
    }
    @if (value().length && value()[value().length - 1]?.name) {
      <button matButton type="button" (click)="add()"><mat-icon>person_add</mat-icon>{{ 'ENTRY.ADD_PARTY' | translate }}</button>
    }
  `,
  styles: `
    :host { display: block; }
    .party { display: flex; gap: 8px; align-items: flex-start; }
    .party + .party { margin-top: 8px; }
    .party > button { margin-top: 4px; }
    mat-icon[matSuffix] { color: var(--bn-done); }
    mat-form-field { flex: 1; min-width: 0; }
    mat-form-field + mat-form-field { flex: 0 0 160px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartiesField {
  private readonly api = inject(Api);
  readonly label = input.required<string>();
  readonly required = input(false);
  readonly value = input<readonly Correspondent[]>([]);
  readonly valueChange = output<readonly Correspondent[]>();

  protected readonly kinds = correspondentKinds;
  protected readonly found = signal<readonly Correspondent[]>([]);
  protected readonly shown = computed((): readonly Correspondent[] => (this.value().length ? this.value() : [{ kind: 'individual', name: '' }]));
  protected readonly nameOf = (one: Correspondent | string | null): string => (typeof one === 'string' ? one : (one?.name ?? ''));
  protected readonly addressOf = addressText;
  private asked = 0;

  /** A name that is changed by hand is somebody else's. */
  protected type(at: number, name: string): void {
    this.change(at, { name, kind: this.shown()[at]?.kind ?? 'individual' });
    void this.look(name.trim());
  }

  private async look(name: string): Promise<void> {
    const ask = ++this.asked;
    await new Promise((later) => setTimeout(later, 180));
    if (ask !== this.asked) return;
    const items = name.length < 2 ? [] : await firstValueFrom(this.api.correspondents(name)).then((found) => found.items, () => []);
    if (ask === this.asked) this.found.set(items);
  }

  protected change(at: number, party: { readonly kind: CorrespondentKind; readonly name: string } & Partial<Correspondent>): void {
    const { id, kind, name, address, postcode, city, country, email } = party;
    this.valueChange.emit(this.shown().map((one, index) => (index === at ? { id, kind, name, address, postcode, city, country, email } : one)));
  }

  protected add(): void {
    this.valueChange.emit([...this.shown(), { kind: 'individual', name: '' }]);
  }

  protected remove(at: number): void {
    this.valueChange.emit(this.shown().filter((_, index) => index !== at));
  }
}
