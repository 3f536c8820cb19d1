import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { fold, naturesOffered, type ThesaurusTerm } from '@bannette/domain';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';

/** What a document is, among the natures of the thesaurus: some letters and Enter. Closes with a code, or `null` for none. */
@Component({
  selector: 'bn-nature-dialog',
  imports: [FormsModule, MatAutocompleteModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ words.count('DESK.NATURE.TITLE', data.documents) }}</h2>
    <mat-dialog-content>
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'DESK.NATURE.LABEL' | translate }}</mat-label>
        <input matInput autocomplete="off" data-nature [matAutocomplete]="terms" [ngModel]="typed()" (ngModelChange)="typed.set($event)" />
        <mat-autocomplete #terms="matAutocomplete" autoActiveFirstOption (optionSelected)="choose($event)">
          @for (term of found(); track term.code) { <mat-option [value]="term.code">{{ term.label }}</mat-option> }
        </mat-autocomplete>
      </mat-form-field>
      @if (!offered().length) { <p class="bn-quiet">{{ 'DESK.NATURE.EMPTY' | translate }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="null">{{ 'DESK.NATURE.NONE' | translate }}</button>
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `mat-form-field { display: block; margin-top: 8px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NatureDialog {
  private readonly reference = inject<MatDialogRef<NatureDialog, string | null>>(MatDialogRef);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly data = inject<{ readonly documents: number }>(MAT_DIALOG_DATA);
  protected readonly typed = signal('');
  protected readonly offered = computed<readonly ThesaurusTerm[]>(() => naturesOffered(this.settings.all()?.thesaurus ?? []));
  protected readonly found = computed(() => {
    const typed = fold(this.typed());
    return this.offered().filter(({ label, altLabels, hiddenLabels }) => [label, ...altLabels, ...hiddenLabels].some((name) => fold(name).includes(typed))).slice(0, 12);
  });

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    this.reference.close(option.value as string);
  }
}
