import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model, output } from '@angular/core';
import type { Proposal } from '../api/types.js';
import type { Described } from './described.js';
import { ForWhom } from './for-whom.js';
import { NatureField } from './nature-field.js';

/** What one document is and for whom, side by side; Enter goes from the one to the other and on. */
@Component({
  selector: 'bn-document-said',
  imports: [ForWhom, NatureField],
  template: `
    <bn-nature-field [name]="key() + '-nature'" [proposal]="proposal()" [nature]="said().nature" (natureChange)="say({ nature: $event })" (done)="next('-for')" />
    <bn-for-whom [name]="key() + '-for'" [chosen]="said().beneficiaries" (chosenChange)="say({ beneficiaries: $event })" [unknown]="said().unknown" (unknownChange)="say({ unknown: $event })" (done)="done.emit()" />
  `,
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 10px; align-items: start; }
    @container frame (max-width: 1100px) { :host { grid-template-columns: minmax(0, 1fr); } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentSaid {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Names its fields, for who moves the focus. */
  readonly key = input.required<string>();
  readonly said = model.required<Described>();
  readonly proposal = input<Proposal>();
  readonly done = output<void>();

  protected say(part: Partial<Described>): void {
    this.said.update((said) => ({ ...said, ...part }));
  }

  protected next(field: string): void {
    this.element.querySelector<HTMLElement>(`[data-field="${this.key()}${field}"]`)?.focus();
  }
}
