import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { builtInFields, defaultsOf, fieldTypes, formFor, mailKinds, type CustomField, type FieldValues, type FormField, type FormsSetting, type MailKind } from '@bannette/domain';
import { Api } from '../../api/api.js';
import { FormLabels } from '../../forms/labels.js';
import { FormSections } from '../../forms/form-sections.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { ConditionsField } from './conditions-field.js';
import { addedField, bothWords, changedAt, changedField, formOf, keyFrom, movedField, removedField, withField, withOwnForm, withSections, withoutForm } from './edit.js';

const none: FormsSetting = { fields: [], forms: [] };

/** Entry forms of each kind and type of mail beside what they look like, and the fields that the authority adds. */
@Component({
  selector: 'bn-forms-page',
  imports: [ConditionsField, FormSections, MatButton, MatCheckbox, MatIcon, MatIconButton, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './forms.page.html',
  styleUrl: './forms.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormsPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly labels = inject(FormLabels);
  protected readonly kinds = mailKinds;
  protected readonly types = fieldTypes;

  protected readonly draft = new SettingDraft<FormsSetting>(signal<SettingKind>('forms' as SettingKind), (all) => (all?.forms as FormsSetting | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly view = signal<'form' | 'fields'>('form');
  protected readonly kind = signal<MailKind>('incoming');
  protected readonly type = signal<string | undefined>(undefined);
  protected readonly own = computed(() => formOf(this.draft.data(), this.kind(), this.type()));
  protected readonly shown = computed(() => formFor(this.kind(), this.type(), this.draft.data()));
  /** Place of the field whose details are open: section and rank. */
  protected readonly open = linkedSignal<unknown, string>({ source: () => `${this.kind()} ${this.type()}`, computation: () => '' });
  protected readonly tried = linkedSignal<unknown, FieldValues>({ source: () => this.shown(), computation: (form, before) => ({ ...defaultsOf(this.shown(), this.session.today()), ...(before && form ? before.value : {}) }) });

  /** Fields that a form of this kind may ask. */
  protected readonly askable = computed(() => {
    const kind = this.kind();
    const product = builtInFields[kind].map(({ key, control }) => ({ key, label: this.labels.of({ field: key }, kind), choices: control === 'type' ? this.settings.all()?.types ?? [] : control === 'service' ? this.settings.services() : [] }));
    const custom = this.draft.data().fields.filter(({ retired }) => !retired).map((field) => ({ key: field.key, label: this.labels.said(field.label), choices: field.type === 'yesNo' ? [{ code: 'yes', label: 'yes' }, { code: 'no', label: 'no' }] : field.choices.map(({ code, label }) => ({ code, label: this.labels.said(label) })) }));
    return [...product, ...custom];
  });
  protected readonly unasked = computed(() => this.askable().filter(({ key }) => !this.own()?.sections.some(({ fields }) => fields.some(({ field }) => field === key))));
  protected readonly always = (key: string): boolean => builtInFields[this.kind()].some((one) => one.key === key && one.always);
  protected readonly nameOf = (key: string): string => this.askable().find((one) => one.key === key)?.label ?? key;

  protected readonly chosen = linkedSignal<number, number>({ source: () => this.draft.data().fields.length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly field = computed(() => this.draft.data().fields[this.chosen()]);
  protected readonly known = computed(() => this.draft.published().fields.some(({ key }) => key === this.field()?.key));
  private readonly properties = resource({ params: () => ({ version: this.draft.version(), may: this.editable() }), loader: ({ params }) => (params.may ? firstValueFrom(this.api.fieldProperties()).then(({ items }) => items, () => []) : Promise.resolve([])) });
  protected readonly missing = computed(() => (this.properties.value() ?? []).filter(({ there }) => !there));
  protected readonly isMissing = (key: string): boolean => this.missing().some((one) => one.key === key);

  protected begin(): void {
    this.draft.data.update((setting) => withOwnForm(setting, this.kind(), this.type()));
  }

  protected giveUp(): void {
    const own = this.own();
    if (own) this.draft.data.update((setting) => withoutForm(setting, own));
  }

  private sections(change: Parameters<typeof withSections>[2]): void {
    const own = this.own();
    if (own) this.draft.data.update((setting) => withSections(setting, own, change));
  }

  protected addSection(): void {
    this.sections((sections) => [...sections, { fields: [] }]);
  }

  protected removeSection(at: number): void {
    this.sections((sections) => sections.filter((_, index) => index !== at));
  }

  protected setTitle(at: number, fr: string, en: string): void {
    this.sections((sections) => changedAt(sections, at, ({ fields }) => ({ ...(bothWords(fr, en) ? { label: bothWords(fr, en) } : {}), fields })));
  }

  protected add(section: number, key: string): void {
    if (key) this.sections((sections) => addedField(sections, section, key));
  }

  protected set(section: number, at: number, change: Partial<FormField>): void {
    this.sections((sections) => changedField(sections, section, at, change));
  }

  protected setHelp(section: number, at: number, fr: string, en: string): void {
    this.set(section, at, { help: bothWords(fr, en) });
  }

  protected move(section: number, at: number, by: -1 | 1): void {
    this.sections((sections) => movedField(sections, section, at, by));
    this.open.set('');
  }

  protected remove(section: number, at: number): void {
    this.sections((sections) => removedField(sections, section, at));
    this.open.set('');
  }

  protected addCustom(): void {
    this.draft.data.update((setting) => ({ ...setting, fields: [...setting.fields, { key: keyFrom('champ', setting.fields.map(({ key }) => key)), type: 'text', label: { fr: '' }, choices: [] }] }));
    this.chosen.set(this.draft.data().fields.length - 1);
  }

  protected removeCustom(): void {
    const at = this.chosen();
    this.draft.data.update((setting) => ({ ...setting, fields: setting.fields.filter((_, index) => index !== at) }));
  }

  protected change(change: Partial<CustomField>): void {
    this.draft.data.update((setting) => withField(setting, this.chosen(), change));
  }

  /** Until it is published, the key follows the words. */
  protected setLabel(fr: string, en: string): void {
    const taken = this.draft.data().fields.filter((_, at) => at !== this.chosen()).map(({ key }) => key);
    this.change({ label: { fr: fr.trim(), ...(en.trim() ? { en: en.trim() } : {}) }, ...(this.known() || !fr.trim() ? {} : { key: keyFrom(fr, [...taken, ...Object.values(builtInFields).flatMap((fields) => fields.map(({ key }) => key))]) }) });
  }

  protected setFieldHelp(fr: string, en: string): void {
    this.change({ help: bothWords(fr, en) });
  }

  protected setChoice(at: number, change: { readonly code?: string; readonly fr?: string; readonly en?: string; readonly retired?: boolean }): void {
    const choices = changedAt(this.field()?.choices ?? [], at, (one) => ({
      code: change.code ?? one.code,
      label: { fr: change.fr ?? one.label.fr, ...((change.en ?? one.label.en) ? { en: change.en ?? one.label.en } : {}) },
      ...((change.retired ?? one.retired) ? { retired: true } : {}),
    }));
    this.change({ choices });
  }

  /** Terms of the thesaurus that have narrower ones: a list may be such a branch. */
  protected readonly branches = computed(() => (this.settings.all()?.thesaurus ?? []).filter(({ code }) => this.settings.all()?.thesaurus.some(({ broader }) => broader === code)));

  protected addChoice(): void {
    const choices = this.field()?.choices ?? [];
    this.change({ choices: [...choices, { code: `CHOIX_${choices.length + 1}`, label: { fr: '' } }] });
  }

  protected removeChoice(at: number): void {
    this.change({ choices: (this.field()?.choices ?? []).filter((_, index) => index !== at) });
  }

  protected isPublished(code: string): boolean {
    return this.draft.published().fields.some(({ key, choices }) => key === this.field()?.key && choices.some((one) => one.code === code));
  }

  protected limit(text: string): number | undefined {
    return text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
  }

  protected try({ field, value }: { readonly field: string; readonly value: unknown }): void {
    this.tried.update((values) => ({ ...values, [field]: value }));
  }
}
