import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi } from '../affairs/affairs-api.js';
import { Choose, type Choice } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { SettingsStore } from '../session/settings.js';
import type { TraySort } from '../trays/trays-api.js';
import { Words } from '../words/words.js';
import { stateIcons } from '../words/states.js';
import { dayWays, type DaysTyped, type Typed } from './filters.js';

type Lists = 'services' | 'states' | 'types' | 'categories' | 'priorities';

/** Criteria beside the words. Each change searches at once. */
@Component({
  selector: 'bn-search-filters',
  imports: [Choose, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatSelectModule, TranslatePipe],
  templateUrl: './search-filters.html',
  styleUrl: './search-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchFilters {
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  private readonly affairsApi = inject(AffairsApi);
  protected readonly finders = inject(Finders);

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

  /** The affair that is asked for, in words. */
  protected readonly affair = signal<Choice | undefined>(undefined);

  constructor() {
    void this.settings.load();
    effect(() => void this.nameAffair(this.typed().affair));
  }

  protected chooseAffair(choice: Choice | undefined): void {
    this.affair.set(choice);
    this.change({ affair: choice?.id ?? '' });
  }

  private async nameAffair(id: string): Promise<void> {
    if (this.affair()?.id === (id || undefined)) return;
    const known = id ? await firstValueFrom(this.affairsApi.affair(id)).catch(() => undefined) : undefined;
    this.affair.set(id ? { id, label: known ? `${known.chrono} – ${known.title ?? ''}` : id } : undefined);
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
