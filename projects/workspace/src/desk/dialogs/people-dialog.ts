import { ChangeDetectionStrategy, Component, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { Api } from '../../api/api.js';
import type { Beneficiary } from '../../api/types.js';
import { Words } from '../../words/words.js';
import type { DeskPeople } from '../people.js';

export interface PeopleChoice {
  readonly beneficiaries: readonly string[];
  readonly beneficiaryUnknown: boolean;
}

/** Whom documents are for: several, found by some letters, or somebody whom others have to find out. */
@Component({
  selector: 'bn-people-dialog',
  imports: [FormsModule, MatAutocompleteModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatIcon, MatIconButton, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="close()" (keydown.control.enter)="close()">
      <h2 mat-dialog-title>{{ words.count('DESK.PEOPLE.TITLE', data.documents) }}</h2>
      <mat-dialog-content>
        <ul>
          @for (id of chosen(); track id) {
            <li><mat-icon aria-hidden="true">person</mat-icon><span>{{ data.people.names().get(id) ?? ('DESK.PEOPLE.UNNAMED' | translate) }}</span><button matIconButton type="button" [attr.aria-label]="'GENERAL.REMOVE' | translate" (click)="remove(id)"><mat-icon>close</mat-icon></button></li>
          }
        </ul>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'DESK.PEOPLE.LABEL' | translate }}</mat-label>
          <input matInput #field name="who" autocomplete="off" data-people maxlength="120" [matAutocomplete]="list" [ngModel]="typed()" (ngModelChange)="typed.set($event)" />
          <mat-autocomplete #list="matAutocomplete" autoActiveFirstOption [displayWith]="nothing" (optionSelected)="add($event)">
            @for (one of found(); track one.id) {
              <mat-option [value]="one"><span>{{ nameOf(one) }}</span> <small class="bn-quiet">{{ words.day(one.birthDate) }} {{ one.fileNumber }}</small></mat-option>
            }
          </mat-autocomplete>
        </mat-form-field>
        <mat-checkbox name="unknown" [ngModel]="unknown()" (ngModelChange)="unknown.set($event)">{{ 'DESK.PEOPLE.UNKNOWN' | translate }}</mat-checkbox>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit">{{ 'DESK.PEOPLE.DO' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `ul { margin: 0; padding: 0; list-style: none; } li { display: flex; align-items: center; gap: 8px; } li span { flex: 1; overflow-wrap: anywhere; } mat-form-field { display: block; margin: 8px 0; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleDialog {
  private readonly api = inject(Api);
  private readonly reference = inject<MatDialogRef<PeopleDialog, PeopleChoice>>(MatDialogRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly words = inject(Words);
  protected readonly data = inject<PeopleChoice & { readonly documents: number; readonly people: DeskPeople }>(MAT_DIALOG_DATA);
  protected readonly chosen = signal(this.data.beneficiaries);
  protected readonly unknown = signal(this.data.beneficiaryUnknown);
  protected readonly typed = signal<string | Beneficiary>('');
  protected readonly found = signal<readonly Beneficiary[]>([]);
  protected readonly nothing = (): string => '';
  protected readonly nameOf = ({ firstName, name }: Beneficiary): string => [firstName, name].filter(Boolean).join(' ');

  constructor() {
    toObservable(this.typed)
      .pipe(
        debounceTime(180),
        switchMap((typed) => (typeof typed === 'string' && typed.trim().length >= 2 ? this.api.beneficiaries(typed.trim()).pipe(map(({ items }) => items), catchError(() => of([]))) : of([]))),
        takeUntilDestroyed(),
      )
      .subscribe((items) => this.found.set(items));
  }

  protected add({ option }: MatAutocompleteSelectedEvent): void {
    const one = option.value as Beneficiary;
    this.data.people.learn(one.id, this.nameOf(one));
    this.chosen.update((chosen) => [...new Set([...chosen, one.id])]);
    this.typed.set('');
    this.field().nativeElement.value = '';
  }

  protected remove(id: string): void {
    this.chosen.update((chosen) => chosen.filter((one) => one !== id));
  }

  protected close(): void {
    this.reference.close({ beneficiaries: this.chosen(), beneficiaryUnknown: this.unknown() });
  }
}
