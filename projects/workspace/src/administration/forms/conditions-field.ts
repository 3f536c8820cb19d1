import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { conditionOperators, type FormCondition } from '@bannette/domain';
import { changedAt } from './edit.js';

/** Conditions on what other fields say; all of them must hold. */
@Component({
  selector: 'bn-conditions-field',
  imports: [MatButton, MatIcon, MatIconButton, TranslatePipe],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @for (one of value(); track $index; let at = $index) {
        <div class="line">
          <select [attr.aria-label]="'FORMS.CONDITION_FIELD' | translate" [value]="one.field" (change)="set(at, { field: $any($event.target).value })">
            @for (field of fields(); track field.key) { <option [value]="field.key" [selected]="field.key === one.field">{{ field.label }}</option> }
          </select>
          <select [attr.aria-label]="'FORMS.CONDITION_HOW' | translate" (change)="set(at, { operator: $any($event.target).value })">
            @for (operator of operators; track operator) { <option [value]="operator" [selected]="operator === one.operator">{{ 'FORMS.OPERATOR.' + operator | translate }}</option> }
          </select>
          @if (one.operator !== 'empty' && one.operator !== 'filled') {
            <input [attr.aria-label]="'FORMS.CONDITION_VALUE' | translate" [attr.list]="listOf(one.field).length ? id() + at : null" maxlength="200" [value]="one.value ?? ''" (change)="set(at, { value: $any($event.target).value.trim() })" />
            @if (listOf(one.field).length) { <datalist [id]="id() + at">@for (choice of listOf(one.field); track choice.code) { <option [value]="choice.code">{{ choice.label }}</option> }</datalist> }
          }
          <button mat-icon-button type="button" [attr.aria-label]="'GENERAL.REMOVE' | translate" (click)="remove(at)"><mat-icon>close</mat-icon></button>
        </div>
      }
      <button matButton type="button" (click)="add()"><mat-icon>add</mat-icon>{{ 'FORMS.ADD_CONDITION' | translate }}</button>
    </fieldset>
  `,
  styles: `
    fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
    legend { padding: 0; font-size: 12px; color: var(--bn-muted); }
    .line { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    select, input { min-width: 0; max-width: 180px; min-height: 32px; padding: 4px 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); font: 13px Roboto, sans-serif; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionsField {
  readonly label = input.required<string>();
  readonly id = input.required<string>();
  readonly fields = input.required<readonly { readonly key: string; readonly label: string; readonly choices: readonly { readonly code: string; readonly label: string }[] }[]>();
  readonly value = input.required<readonly FormCondition[]>();
  readonly valueChange = output<FormCondition[]>();
  protected readonly operators = conditionOperators;

  protected listOf(key: string): readonly { readonly code: string; readonly label: string }[] {
    return this.fields().find((field) => field.key === key)?.choices ?? [];
  }

  protected set(at: number, change: Partial<FormCondition>): void {
    this.valueChange.emit(changedAt(this.value(), at, (one) => ({ ...one, ...change })));
  }

  protected add(): void {
    this.valueChange.emit([...this.value(), { field: this.fields()[0]?.key ?? 'subject', operator: 'filled' }]);
  }

  protected remove(at: number): void {
    this.valueChange.emit(this.value().filter((_, index) => index !== at));
  }
}
