import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { addDays, directionOf, dueDay, priorities, remindedRoles, reminderPlanOf, remindersOf, type Priority, type RemindedRole, type ReminderSetting, type Settings } from '@bannette/domain';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';

type Plans = readonly ReminderSetting[];
const none: Plans = [];

/** Who is reminded of open mail, and when; tried on a sample mail before it is published. */
@Component({
  selector: 'bn-reminders-page',
  imports: [MatButton, MatCheckbox, MatIcon, MatIconButton, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './reminders.page.html',
  styleUrl: './reminders.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemindersPage {
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly priorities = priorities;
  protected readonly roles = remindedRoles;
  protected readonly draft = new SettingDraft<Plans>(signal<SettingKind>('reminders'), (all) => (all?.reminders as Plans | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly chosen = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly plan = computed(() => this.draft.data()[this.chosen()]);
  protected readonly known = computed(() => this.draft.published().some(({ code }) => code === this.plan()?.code));

  /** The sample: a mail of a type, with a priority, for a service, that arrived on a day. */
  protected readonly type = linkedSignal(() => this.settings.all()?.types[0]?.code ?? '');
  protected readonly priority = signal<Priority>('normal');
  protected readonly service = linkedSignal(() => this.settings.all()?.services.find(({ kind }) => kind === 'service')?.code ?? '');
  protected readonly received = signal(addDays(this.session.today(), 0));
  protected readonly sample = computed(() => {
    const all = this.settings.all() as Settings | undefined;
    const type = all?.types.find(({ code }) => code === this.type());
    if (!all || !type || !this.received()) return undefined;
    const mail = { type: type.code, priority: this.priority(), service: this.service(), assignee: 'somebody' };
    const due = dueDay(this.received(), type.priorityDelays?.[this.priority()] ?? type.delay, all.calendar);
    const plans = [...this.draft.data()];
    return {
      due: due.day,
      plan: reminderPlanOf(mail, plans)?.label,
      reminders: remindersOf(mail, due.day, { reminders: plans, calendar: all.calendar }).map(({ day, to, offset }) => ({ day, offset, who: this.words.text(`REMINDER.TO_SAMPLE.${to}`, { service: this.settings.label(this.service()), direction: this.settings.label(directionOf(this.service(), all.services)) }) })),
    };
  });

  protected add(): void {
    this.draft.data.update((plans) => [{ code: '', label: '', types: [], priorities: [], services: [], steps: [{ offset: 0, to: 'secretaries' }] }, ...plans]);
    this.chosen.set(0);
  }

  protected remove(): void {
    const at = this.chosen();
    this.draft.data.update((plans) => plans.filter((_, index) => index !== at));
  }

  protected move(by: -1 | 1): void {
    const at = this.chosen();
    const plans = [...this.draft.data()];
    const [plan] = plans.splice(at, 1);
    if (!plan || at + by < 0 || at + by > plans.length) return;
    plans.splice(at + by, 0, plan);
    this.draft.data.set(plans);
    this.chosen.set(at + by);
  }

  protected change(change: Partial<ReminderSetting>): void {
    const at = this.chosen();
    this.draft.data.update((plans) => plans.map((plan, index) => (index === at ? { ...plan, ...change } : plan)));
  }

  protected choose(options: HTMLCollectionOf<HTMLOptionElement>): string[] {
    return Array.from(options, ({ value }) => value);
  }

  protected withPriority(plan: ReminderSetting, priority: Priority, wanted: boolean): Priority[] {
    return priorities.filter((one) => (one === priority ? wanted : plan.priorities.includes(one)));
  }

  /** Days that are told as a number and whether it is before or after. */
  protected setOffset(plan: ReminderSetting, at: number, days: string, side: string): void {
    const count = Math.min(60, Math.abs(Math.trunc(Number(days) || 0)));
    this.setStep(plan, at, { offset: side === 'before' ? -count : count });
  }

  protected setStep(plan: ReminderSetting, at: number, step: { readonly offset?: number; readonly to?: string }): void {
    this.change({ steps: plan.steps.map((one, index) => (index === at ? { offset: step.offset ?? one.offset, to: (step.to as RemindedRole | undefined) ?? one.to } : one)) });
  }

  protected addStep(plan: ReminderSetting): void {
    const last = plan.steps.at(-1);
    this.change({ steps: [...plan.steps, { offset: Math.min(60, (last?.offset ?? -5) + 2), to: last?.to === 'heads' ? 'directors' : 'heads' }] });
  }

  protected removeStep(plan: ReminderSetting, at: number): void {
    this.change({ steps: plan.steps.filter((_, index) => index !== at) });
  }

  protected saidOf({ types, priorities: urgent, services }: ReminderSetting): string {
    const parts = [
      types.length ? this.words.count('REMINDER.TYPES', types.length) : this.words.text('REMINDER.ALL_TYPES'),
      ...(urgent.length ? [urgent.map((one) => this.words.text(`PRIORITY.${one}`)).join(', ')] : []),
      ...(services.length ? [this.words.count('REMINDER.SERVICES', services.length)] : []),
    ];
    return parts.join(' – ');
  }
}
