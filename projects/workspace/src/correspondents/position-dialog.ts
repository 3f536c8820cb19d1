import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Card, type Found } from './correspondents-api.js';

/** A position that a person holds at an organisation: from either card, the other one is looked for. Closes with the card as it is now. */
@Component({
  selector: 'bn-position-dialog',
  imports: [FormsModule, MatAutocompleteModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <form (ngSubmit)="submit()">
      <h2 mat-dialog-title>{{ 'CORRESPONDENT.ADD_POSITION' | translate }}</h2>
      <mat-dialog-content>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ (isPerson ? 'CORRESPONDENT.ORGANISATION' : 'CORRESPONDENT.PERSON') | translate }}</mat-label>
          <input matInput name="other" required autocomplete="off" maxlength="100" [ngModel]="typed()" (ngModelChange)="look($event)" [matAutocomplete]="found" />
          <mat-autocomplete #found="matAutocomplete" [displayWith]="nameOf" (optionSelected)="chosen.set($event.option.value)">
            @for (one of proposals(); track one.id) {
              <mat-option [value]="one">{{ one.name }}<small> {{ one.postcode }} {{ one.city }}</small></mat-option>
            }
          </mat-autocomplete>
        </mat-form-field>
        <div class="row">
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'CORRESPONDENT.POSITION' | translate }}</mat-label><input matInput name="title" required maxlength="200" [(ngModel)]="title" /></mat-form-field>
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'CORRESPONDENT.DEPARTMENT' | translate }}</mat-label><input matInput name="department" maxlength="200" [(ngModel)]="department" /></mat-form-field>
        </div>
        <div class="row">
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'CORRESPONDENT.SINCE' | translate }}</mat-label><input matInput type="date" name="from" [(ngModel)]="from" /></mat-form-field>
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'CORRESPONDENT.HELD_UNTIL' | translate }}</mat-label><input matInput type="date" name="until" [(ngModel)]="until" /></mat-form-field>
        </div>
        @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !chosen() || !title.trim()">{{ 'GENERAL.ADD' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field { display: block; margin-top: 8px; }
    .row { display: flex; flex-wrap: wrap; gap: 0 12px; }
    .row mat-form-field { flex: 1 1 180px; }
    small { color: var(--bn-muted); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PositionDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CorrespondentsApi);
  private readonly words = inject(Words);
  private readonly card = inject<{ readonly card: Card }>(MAT_DIALOG_DATA).card;
  protected readonly isPerson = this.card.kind === 'individual' || this.card.kind === 'elected';
  protected readonly typed = signal<string | Found>('');
  protected readonly proposals = signal<readonly Found[]>([]);
  protected readonly chosen = signal<Found | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected title = '';
  protected department = '';
  protected from = '';
  protected until = '';
  private typing?: ReturnType<typeof setTimeout>;

  protected readonly nameOf = (one: Found | string | null): string => (typeof one === 'string' ? one : (one?.name ?? ''));

  protected look(said: string | Found): void {
    this.typed.set(said);
    clearTimeout(this.typing);
    if (typeof said !== 'string') return;
    this.chosen.set(undefined);
    if (said.trim().length < 2) return this.proposals.set([]);
    this.typing = setTimeout(() => void this.find(said.trim()), 200);
  }

  private async find(said: string): Promise<void> {
    const items = await firstValueFrom(this.api.find(said)).then(({ items: found }) => found, () => []);
    if (this.nameOf(this.typed()).trim() !== said) return;
    this.proposals.set(items.filter(({ id, kind }) => id !== this.card.id && (this.isPerson ? kind !== 'individual' : kind === 'individual' || kind === 'elected')).slice(0, 10));
  }

  protected async submit(): Promise<void> {
    const other = this.chosen();
    if (!other || this.busy() || !this.title.trim()) return;
    this.busy.set(true);
    this.problem.set('');
    const [person, organisation] = this.isPerson ? [this.card.id, other.id] : [other.id, this.card.id];
    try {
      await firstValueFrom(this.api.addPosition(person, { organisation, title: this.title.trim(), department: this.department.trim() || undefined, from: this.from || undefined, until: this.until || undefined }));
      this.reference.close(await firstValueFrom(this.api.card(this.card.id)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
