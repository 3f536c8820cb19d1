import { ChangeDetectionStrategy, Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';

/** Something that can be chosen: a mail, an affair, a beneficiary, a correspondent. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

const patienceMs = 180;

/** Finds one of many as one types, by its keys as by the mouse; what was chosen is told, and the field is free again. */
@Component({
  selector: 'bn-choose',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <mat-form-field subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input #field matInput autocomplete="off" maxlength="100" [matAutocomplete]="list" (input)="typing(field.value)" (focus)="typing(field.value)" />
      <mat-autocomplete #list="matAutocomplete" autoActiveFirstOption (optionSelected)="take($event)">
        @for (choice of found(); track choice.id) {
          <mat-option [value]="choice.id"><span class="label">{{ choice.label }}</span>@if (choice.detail) { <span class="bn-quiet detail">{{ choice.detail }}</span> }</mat-option>
        }
        @if (none()) { <mat-option disabled>{{ 'CHOOSE.NONE' | translate }}</mat-option> }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: `:host { display: block; } mat-form-field { width: 100%; } .label, .detail { display: block; overflow-wrap: anywhere; } .detail { line-height: 16px; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Choose {
  readonly label = input.required<string>();
  readonly find = input.required<(q: string) => Promise<readonly Choice[]>>();
  /** Characters from which on is looked for. */
  readonly from = input(2);
  readonly chosen = output<Choice>();
  protected readonly found = signal<readonly Choice[]>([]);
  protected readonly none = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private waiting?: ReturnType<typeof setTimeout>;
  private round = 0;

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected typing(q: string): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.look(q.trim()), patienceMs);
  }

  protected take({ option }: MatAutocompleteSelectedEvent): void {
    const choice = this.found().find(({ id }) => id === option.value);
    this.field().nativeElement.value = '';
    this.found.set([]);
    if (choice) this.chosen.emit(choice);
  }

  /** An answer that was overtaken by the next one is not shown. */
  private async look(q: string): Promise<void> {
    const round = ++this.round;
    const found = q.length < this.from() ? [] : await this.find()(q).catch(() => []);
    if (round !== this.round) return;
    this.found.set(found);
    this.none.set(q.length >= this.from() && !found.length);
  }
}
