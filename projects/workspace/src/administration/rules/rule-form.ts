import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { confidentialityLevels, groupOperators, priorities, serviceFunctions, type Criteria, type CriteriaGroup, type RuleSetting } from '@bannette/domain';
import { Api } from '../../api/api.js';
import { SettingsStore } from '../../session/settings.js';
import { CriteriaForm } from './criteria-form.js';
import { withChange } from './edit.js';

/** One rule: when it is followed, what it asks for, and what it gives. */
@Component({
  selector: 'bn-rule-form',
  imports: [CriteriaForm, MatIcon, MatSelectModule, TranslatePipe],
  templateUrl: './rule-form.html',
  styleUrl: './forms.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleForm {
  private readonly api = inject(Api);
  protected readonly settings = inject(SettingsStore);
  readonly rule = input.required<RuleSetting>();
  readonly disabled = input(false);
  /** It was never published: its identifier may still change. */
  readonly isNew = input(false);
  readonly changed = output<RuleSetting>();

  protected readonly operators = groupOperators;
  protected readonly functions = serviceFunctions;
  protected readonly priorities = priorities;
  protected readonly levels = confidentialityLevels;
  /** Trays by service, as the tree of services has them; of retired services, the one that the rule leads to. */
  protected readonly services = computed(() => {
    const { services = [], trays = [] } = this.settings.all() ?? {};
    return services.map((service) => ({ label: service.label, trays: trays.filter((tray) => tray.service === service.code && (!service.retired || tray.id === this.rule().tray)) })).filter((each) => each.trays.length);
  });
  protected readonly service = computed(() => this.settings.all()?.trays.find(({ id }) => id === this.rule().tray)?.service);
  private readonly asked = resource({ params: () => this.service(), loader: ({ params }) => firstValueFrom(this.api.people(params)).then(({ items }) => items, () => []) });
  protected readonly people = computed(() => this.asked.value() ?? []);
  /** Named by the rule, and not among those who have signed in. */
  protected readonly unknownAssignee = computed(() => (this.rule().assignee && !this.people().some(({ id }) => id === this.rule().assignee) ? this.rule().assignee : undefined));
  protected readonly whom = computed(() => (this.rule().assignee ? `p:${this.rule().assignee}` : this.rule().function ? `f:${this.rule().function}` : ''));

  protected change(change: Parameters<typeof withChange<RuleSetting>>[1]): void {
    this.changed.emit(withChange(this.rule(), change));
  }

  protected setWhom(value: string): void {
    this.change({ assignee: value.startsWith('p:') ? value.slice(2) : undefined, function: value.startsWith('f:') ? (value.slice(2) as RuleSetting['function']) : undefined });
  }

  protected setLevel(value: string): void {
    this.change({ confidentiality: value === '' ? undefined : (Number(value) as NonNullable<RuleSetting['confidentiality']>) });
  }

  protected own(when: Criteria): void {
    const { groups } = this.rule().when;
    this.change({ when: { ...when, ...(groups ? { groups } : {}) } });
  }

  private groups(change: (groups: readonly CriteriaGroup[]) => CriteriaGroup[]): void {
    const { groups = [], ...own } = this.rule().when;
    const made = change(groups);
    this.change({ when: { ...own, ...(made.length ? { groups: made } : {}) } });
  }

  protected addGroup(): void {
    this.groups((groups) => [...groups, { how: 'any', of: [{}, {}] }]);
  }

  protected dropGroup(index: number): void {
    this.groups((groups) => groups.filter((_, at) => at !== index));
  }

  protected setGroup(index: number, change: Partial<CriteriaGroup>): void {
    this.groups((groups) => groups.map((group, at) => (at === index ? { ...group, ...change } : group)));
  }

  protected addSet(index: number, group: CriteriaGroup): void {
    this.setGroup(index, { of: [...group.of, {}] });
  }

  protected setOf(index: number, group: CriteriaGroup, place: number, when: Criteria): void {
    this.setGroup(index, { of: group.of.map((each, at) => (at === place ? when : each)) });
  }
}
