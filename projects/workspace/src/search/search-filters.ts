import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { SettingsStore } from '../session/settings.js';
import type { TraySort } from '../trays/trays-api.js';
import { Words } from '../words/words.js';
import { stateIcons } from '../words/states.js';
import { dayWays, type DaysTyped, type Typed } from './filters.js';

type Lists = 'services' | 'states' | 'types' | 'categories' | 'priorities';

/** Criteria beside the words. Each change searches at once. */
@Component({
  selector: 'bn-search-filters',
  imports: [MatButton, MatFormFieldModule, MatSelectModule, TranslatePipe],
  templateUrl: './search-filters.html',
  styleUrl: './search-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchFilters {
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);

  readonly typed = input.required<Typed>();
  readonly sort = input.required<TraySort>();
  readonly typedChange = output<Typed>();
  readonly sortChange = output<TraySort>();
  readonly cleared = output<void>();

  protected readonly ways = dayWays;
  protected readonly sorts: readonly TraySort[] = ['newest', 'oldest', 'due', 'priority'];
  protected readonly days = ['received', 'due'] as const;
  protected readonly lists = computed<readonly { readonly name: Lists; readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] }[]>(() => {
    const named = (entries: readonly { readonly code: string; readonly label: string }[] | undefined) => (entries ?? []).map(({ code, label }) => ({ value: code, label }));
    const worded = (values: readonly string[], key: string) => values.map((value) => ({ value, label: this.words.text(`${key}.${value}`) }));
    return [
      { name: 'services', label: 'FINDING.SERVICES', options: named(this.settings.all()?.services) },
      { name: 'states', label: 'FINDING.STATES', options: worded(Object.keys(stateIcons), 'MAIL_STATE') },
      { name: 'types', label: 'FINDING.TYPES', options: named(this.settings.all()?.types) },
      { name: 'priorities', label: 'FINDING.PRIORITIES', options: worded(['normal', 'urgent', 'veryUrgent'], 'FINDING.PRIORITY') },
      { name: 'categories', label: 'FINDING.CATEGORIES', options: worded(['incoming', 'outgoing', 'internal'], 'FINDING.CATEGORY') },
    ];
  });
  /** The authority's own fields. */
  protected readonly fields = computed(() => {
    const forms = (this.settings.all() as { readonly forms?: { readonly fields?: readonly { readonly key: string; readonly label: { readonly fr: string; readonly en?: string } }[] } } | undefined)?.forms;
    return (forms?.fields ?? []).map(({ key, label }) => ({ key, label: (this.words.lang() === 'en' && label.en) || label.fr }));
  });

  constructor() {
    void this.settings.load();
  }

  protected change(part: Partial<Typed>): void {
    this.typedChange.emit({ ...this.typed(), ...part });
  }

  protected changeList(name: Lists, values: readonly string[]): void {
    this.change({ [name]: values });
  }

  protected changeDays(name: 'received' | 'due', part: Partial<DaysTyped>): void {
    this.change({ [name]: { ...this.typed()[name], ...part } });
  }
}
