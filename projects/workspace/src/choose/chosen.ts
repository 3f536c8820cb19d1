import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Choose, type Choice } from './choose.js';

/** Several that were chosen, each with a button to let it go, and the field to choose another. */
@Component({
  selector: 'bn-chosen',
  imports: [Choose, MatIcon, MatIconButton, TranslatePipe],
  template: `
    <bn-choose [label]="label()" [find]="find()" (chosen)="add($event)" />
    @if (chosen().length) {
      <ul>
        @for (choice of chosen(); track choice.id) {
          <li>
            <span>{{ choice.label }} @if (choice.detail) { <span class="bn-quiet">{{ choice.detail }}</span> }</span>
            <button mat-icon-button type="button" [attr.aria-label]="'CHOOSE.REMOVE' | translate: { name: choice.label }" (click)="remove(choice.id)"><mat-icon>close</mat-icon></button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul { margin: 4px 0 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 0 0 0 14px; overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chosen {
  readonly label = input.required<string>();
  readonly find = input.required<(q: string) => Promise<readonly Choice[]>>();
  readonly chosen = model.required<readonly Choice[]>();

  protected add(choice: Choice): void {
    this.chosen.update((chosen) => (chosen.some(({ id }) => id === choice.id) ? chosen : [...chosen, choice]));
  }

  protected remove(id: string): void {
    this.chosen.update((chosen) => chosen.filter((one) => one.id !== id));
  }
}
