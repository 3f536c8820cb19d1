import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { channels, correspondentKinds, fieldOperators, priorities, type Criteria, type FieldCondition } from '@bannette/domain';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { rangesText, wordsIn } from '../column.js';
import { begun, criteriaOffered, given, postcodesIn, withChange, without, type CriterionName } from './edit.js';
import { NamesField } from './names-field.js';

interface Choice {
  readonly code: string;
  readonly label: string;
}

/** Criteria that must all hold: one a line, each with its own way to be filled in. */
@Component({
  selector: 'bn-criteria-form',
  imports: [MatIcon, MatSelectModule, NamesField, TranslatePipe],
  templateUrl: './criteria-form.html',
  styleUrl: './forms.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaForm {
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  readonly when = input.required<Criteria>();
  readonly disabled = input(false);
  readonly changed = output<Criteria>();

  protected readonly operators = fieldOperators;
  protected readonly rangesText = rangesText;
  protected readonly names = computed(() => given(this.when()));
  protected readonly others = computed(() => criteriaOffered.filter((name) => !this.names().includes(name)));
  protected readonly fields = computed(() => (this.settings.all()?.forms.fields ?? []).map(({ key }) => ({ code: key, label: this.words.criteria.field(key) })));
  private readonly choices = computed((): { readonly [name: string]: readonly Choice[] } => {
    const all = this.settings.all();
    const worded = (codes: readonly string[], prefix: string): Choice[] => codes.map((code) => ({ code, label: this.words.text(`${prefix}.${code}`) }));
    return {
      types: all?.types ?? [],
      sites: all?.sites ?? [],
      natures: (all?.thesaurus ?? []).filter(({ scheme, retired }) => scheme === 'nature' && !retired),
      channels: worded(channels, 'CHANNEL'),
      senderKinds: worded(correspondentKinds, 'CORRESPONDENT_KIND'),
      priorities: worded(priorities, 'RULES.PRIORITY'),
    };
  });

  protected choicesOf = (name: CriterionName): readonly Choice[] | undefined => this.choices()[name];
  protected listOf = (name: CriterionName): string[] => [...((this.when()[name] as readonly string[] | undefined) ?? [])];
  protected typed = (name: 'keywords' | 'senderDomains'): string => (this.when()[name] ?? []).join(', ');

  protected add(name: string): void {
    if (name) this.changed.emit(begun(this.when(), name as CriterionName));
  }

  protected drop(name: CriterionName): void {
    this.changed.emit(without(this.when(), name));
  }

  protected set(change: Partial<Criteria>): void {
    this.changed.emit({ ...this.when(), ...change });
  }

  protected setList(name: CriterionName, values: readonly string[]): void {
    this.set({ [name]: [...values] });
  }

  protected setWords(name: 'keywords' | 'senderDomains', text: string): void {
    const said = wordsIn(text);
    this.set({ [name]: name === 'senderDomains' ? said.map((domain) => domain.toLowerCase().replace(/^@/, '')) : said });
  }

  protected setPostcodes(text: string): void {
    this.set({ postcodes: postcodesIn(text) });
  }

  protected how(change: { keywordsIn?: string; keywordsHow?: string }): void {
    this.changed.emit(withChange(this.when(), change as Partial<Criteria>));
  }

  protected confidence(part: 'from' | 'below', value: string): void {
    const number = value === '' ? undefined : Math.min(100, Math.max(0, Math.round(Number(value))));
    this.set({ confidence: withChange(this.when().confidence ?? {}, { [part]: number }) });
  }

  protected setField(index: number, change: Partial<FieldCondition>): void {
    this.set({ fields: (this.when().fields ?? []).map((each, at) => (at === index ? { ...each, ...change } : each)) });
  }

  protected addField(): void {
    this.set({ fields: [...(this.when().fields ?? []), { key: this.fields()[0]?.code ?? '', operator: 'is', values: [] }] });
  }

  protected dropField(index: number): void {
    this.set({ fields: (this.when().fields ?? []).filter((_, at) => at !== index) });
  }

  protected readonly valuesIn = wordsIn as (text: string) => string[];
}
