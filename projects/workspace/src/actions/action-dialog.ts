import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import { bodyOf, type ActionForm, type Field } from './action-form.js';

export interface ActionDialogData<R> {
  readonly form: ActionForm;
  /** What the mail is called in the title. */
  readonly about: string;
  /** Does it. A refusal stays in the dialog, with what was typed. */
  readonly submit: (body: object) => Promise<R>;
}

/** Asks what an action needs, does it, and stays open with what was typed when it fails. */
@Component({
  selector: 'bn-action-dialog',
  imports: [CdkTextareaAutosize, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, TranslatePipe],
  templateUrl: './action-dialog.html',
  styles: `
    .about { margin: 0 0 4px; color: var(--bn-muted); }
    .note { margin: 4px 0 8px; padding: 8px 12px; border-left: 3px solid var(--mat-sys-primary); background: var(--mat-sys-surface-container-high); }
    mat-form-field { display: block; margin-top: 12px; }
    mat-checkbox { display: block; margin-top: 4px; }
    .note ul { margin: 4px 0 0; padding-left: 20px; }
    .letter { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; align-items: start; }
    .letter > * { grid-column: 1 / -1; min-width: 0; }
    .letter > .half { grid-column: auto; }
    .places { color: var(--bn-muted); font-size: 12px; overflow-wrap: anywhere; }
    .places p { margin: 6px 0 0; }
    .places .unknown { color: var(--bn-late); font-weight: 500; }
    .places span { display: inline-block; margin: 2px 4px 2px 0; padding: 0 6px; border-radius: 4px; background: var(--mat-sys-surface-container-highest); color: var(--mat-sys-on-surface); }
    .problem { margin: 12px 0 0; color: var(--bn-late); font-weight: 500; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActionDialog<R = unknown> {
  private readonly reference = inject<MatDialogRef<ActionDialog<R>, R>>(MatDialogRef);
  protected readonly words = inject(Words);
  protected readonly data = inject<ActionDialogData<R>>(MAT_DIALOG_DATA);
  protected readonly group = new FormGroup(Object.fromEntries(this.data.form.fields.map((field) => [field.name, controlOf(field)])));
  private readonly typed = toSignal(this.group.valueChanges, { initialValue: this.group.value });
  protected readonly fields = computed(() => this.data.form.fields.filter(({ when }) => when?.(this.typed()) ?? true));
  protected readonly lacks = computed(() => this.data.form.lacks?.(this.typed()) ?? []);
  protected readonly places = computed(() => this.data.form.open?.(this.typed()));
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected labelOf(field: Field): string {
    return field.label ?? `FIELD.${field.name}`;
  }

  /** Beside another one, where there is a letter. */
  protected isShort({ kind, name }: Field): boolean {
    return kind === 'day' || (kind === 'choice' && name !== 'template');
  }

  protected chosen(field: Field, value: string): void {
    if (field.fills) this.group.patchValue(field.fills(value));
  }

  protected async submit(): Promise<void> {
    this.group.markAllAsTouched();
    const asked = this.fields().map(({ name }) => name);
    if (asked.some((name) => this.group.get(name)?.invalid) || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await this.data.submit(bodyOf(Object.fromEntries(Object.entries(this.group.getRawValue()).filter(([name]) => asked.includes(name))))));
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}

const controlOf = (field: Field): FormControl<Field['value'] | null> => new FormControl(field.value ?? (field.kind === 'choices' ? [] : ''), [...(field.required ? [Validators.required, Validators.pattern(/\S/)] : []), ...(field.email ? [Validators.email] : [])]);
