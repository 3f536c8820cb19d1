import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { fieldsOf, flawsOfValue, formFor, isAnswered, stateOf, type AskedField, type FieldValue, type FieldValues, type MailKind } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { Mail } from '../api/types.js';
import { MailSource } from '../reading/mail-source.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { FormFieldControl } from './form-field.js';
import { FormLabels } from './labels.js';

/** What its form asked of a mail beside what every mail has, and the custom fields, which who may describe it changes here. */
@Component({
  selector: 'bn-mail-fields',
  imports: [FormFieldControl, MatButton, MatIcon, TranslatePipe],
  templateUrl: './mail-fields.html',
  styles: `
    :host { display: block; }
    dl { display: grid; grid-template-columns: 128px minmax(0, 1fr); gap: 6px 20px; margin: 6px 0 0; }
    dt { color: var(--bn-muted); text-align: right; overflow-wrap: anywhere; }
    dd { margin: 0; padding-left: 8px; overflow-wrap: anywhere; white-space: pre-line; }
    form { display: grid; gap: 10px; max-width: 560px; margin: 8px 0 0 8px; }
    footer { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    button.edit { margin-left: 156px; }
    .flaw { font-weight: 500; font-size: 12px; color: var(--bn-late); }
    mat-icon { width: 18px; height: 18px; font-size: 18px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailFields {
  private readonly api = inject(Api);
  private readonly settings = inject(SettingsStore);
  private readonly source = inject(MailSource, { optional: true });
  protected readonly words = inject(Words);
  protected readonly labels = inject(FormLabels);
  readonly mail = input.required<Mail>();

  private readonly forms = computed(() => this.settings.forms());
  protected readonly kind = computed((): MailKind => this.mail().kind ?? 'incoming');
  protected readonly filled = computed(() => {
    const values = (this.mail().fields ?? {}) as { readonly [key: string]: FieldValue };
    return (this.forms()?.fields ?? []).flatMap((custom) => (values[custom.key] === undefined ? [] : [{ label: this.labels.said(custom.label), text: this.labels.value(custom, values[custom.key] as FieldValue) }]));
  });
  protected readonly editing = linkedSignal<string, boolean>({ source: () => this.mail().id, computation: () => false });
  protected readonly changed = linkedSignal<string, FieldValues>({ source: () => `${this.mail().id} ${this.mail().revision}`, computation: () => ({}) });
  protected readonly values = computed((): FieldValues => ({ ...this.mail(), ...this.mail().entry, parties: this.mail().correspondent ? [this.mail().correspondent] : [], ...this.mail().fields, ...this.changed() }));
  /** Custom fields of its form, and others that it has a value of. */
  protected readonly asked = computed((): readonly AskedField[] => {
    const forms = this.forms();
    if (!forms) return [];
    const form = formFor(this.kind(), this.mail().type, forms);
    const { shown, required } = stateOf(form, this.values());
    const own = fieldsOf(form).filter(({ field, custom }) => custom && shown.has(field)).map((one) => ({ ...one, required: required.has(one.field) }));
    const others = forms.fields.filter(({ key }) => this.mail().fields?.[key] !== undefined && !own.some(({ field }) => field === key));
    return [...own, ...others.map((custom) => ({ field: custom.key, control: custom.type, custom, always: false, required: false, hidden: false, showWhen: [], requireWhen: [] }))];
  });
  protected readonly editable = computed(() => this.mail().actions.includes('describe') && this.asked().length > 0);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  protected flawOf({ field, custom, required }: AskedField): string {
    const value = this.values()[field];
    if (!this.tried() || !custom) return '';
    if (!isAnswered(value)) return required ? this.labels.flaw({ field, code: 'required' }) : '';
    const [flaw] = flawsOfValue(custom, value);
    return flaw ? this.labels.flaw(flaw) : '';
  }

  protected say(field: string, value: unknown): void {
    this.changed.update((changed) => ({ ...changed, [field]: value }));
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    this.refused.set('');
    if (this.busy() || this.asked().some((asked) => this.flawOf(asked))) return;
    this.busy.set(true);
    try {
      const fields = Object.fromEntries(Object.entries(this.changed()).map(([key, value]) => [key, isAnswered(value) ? value : null]));
      if (Object.keys(fields).length) {
        const after = await firstValueFrom(this.api.act(this.mail().id, 'fields', { fields, revision: this.mail().revision }));
        this.source?.show(after);
      }
      this.editing.set(false);
      this.tried.set(false);
    } catch (error) {
      this.refused.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected cancel(): void {
    this.changed.set({});
    this.editing.set(false);
    this.tried.set(false);
    this.refused.set('');
  }
}
