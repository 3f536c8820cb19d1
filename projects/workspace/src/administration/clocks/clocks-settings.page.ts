import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { addDays, clockKinds, readClock, type ClockSetting, type Delay, type Settings } from '@bannette/domain';
import { stepsOf } from '../../clocks/words.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { emptied } from '../columns.js';
import type { SettingKind } from '../column.js';
import { DraftRows } from '../draft-rows.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { SettingList } from '../setting-list.js';
import { clocksTable } from '../tables.js';

type Clocks = readonly ClockSetting[];
const none: Clocks = [];

/** Clocks of the law and of charters, one at a time: how long, from when, what makes them stand still, what meets them; tried on days. */
@Component({
  selector: 'bn-clocks-settings-page',
  imports: [MatButton, MatCheckbox, MatIcon, SettingFrame, SettingList, SettingVersions, TranslatePipe],
  templateUrl: './clocks-settings.page.html',
  styleUrls: ['../sites/sites.page.scss', '../types/types.page.scss', './clocks-settings.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClocksSettingsPage {
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly draft = new SettingDraft<Clocks>(signal<SettingKind>('clocks'), (all) => (all?.clocks as Clocks | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));

  protected readonly sendsEmail = computed(() => this.session.person()?.sendsEmail ?? false);
  protected readonly table = clocksTable;
  /** The house's own promise is its type's. */
  protected readonly kinds = clockKinds.filter((kind) => kind !== 'treatment');
  protected readonly units: readonly Delay['unit'][] = ['days', 'workingDays', 'months'];
  protected readonly channels = ['all', 'paper', 'electronic'] as const;
  protected readonly beginnings = ['competentReceipt', 'firstReceipt'] as const;
  protected readonly missing = ['none', 'suspend', 'restart'] as const;
  protected readonly meeting = ['registrationReceipt', 'receipt', 'answer', 'closing'] as const;
  protected readonly rows = new DraftRows(this.draft);
  protected readonly clock = this.rows.one;
  protected readonly isReceipt = computed(() => this.clock()?.metBy === 'receipt' || this.clock()?.metBy === 'registrationReceipt');
  protected readonly lines = computed(() => this.draft.data().map(({ code, label, delay }) => ({ title: label || code || this.words.text('CLOCK_SETTING.NEW'), detail: [code, this.words.count(`UNIT.${delay.unit}`, delay.amount)].filter(Boolean).join(' – ') })));
  /** Types whose mail it runs for. */
  protected readonly types = computed(() => this.settings.all()?.types.filter(({ clocks }) => clocks?.includes(this.clock()?.code ?? '')).map(({ label }) => label) ?? []);

  /** The sample: it arrived on a day; pieces were asked for on another, and all there on a third. */
  protected readonly received = linkedSignal(() => addDays(this.session.today(), -30));
  protected readonly asked = signal('');
  protected readonly completed = signal('');
  protected readonly extended = signal('');
  protected readonly sample = computed(() => {
    const all = this.settings.all() as Settings | undefined;
    const [clock, received, asked, completed, extendedOn] = [this.clock(), this.received(), this.asked(), this.completed(), this.extended()];
    if (!all || !clock || !received) return undefined;
    const missing = asked && asked >= received ? [{ askedOn: asked, until: addDays(asked, 30), ...(completed && completed >= asked ? { completedOn: completed } : {}) }] : [];
    const { due, because } = readClock(clock, { channel: 'email', receivedOn: received, missing, ...(extendedOn ? { extendedOn } : {}) }, all.calendar, this.session.today());
    return { due, steps: stepsOf({ because }, this.words) };
  });

  protected change(change: Partial<ClockSetting>): void {
    this.rows.change((clock) => {
      const changed = { ...clock, ...change };
      const receipt = changed.metBy === 'receipt' || changed.metBy === 'registrationReceipt';
      return emptied({ ...changed, ...(receipt ? {} : { automatic: undefined }) }) as unknown as ClockSetting;
    });
  }

  protected changeDelay(amount: string, unit: string): void {
    this.change({ delay: { amount: Math.min(365, Math.max(1, Math.trunc(Number(amount) || 1))), unit: unit as Delay['unit'] } });
  }

  /** None: it ends when it ends. */
  protected changeExtension(amount: string, unit: string): void {
    const whole = Math.min(365, Math.max(0, Math.trunc(Number(amount) || 0)));
    this.change({ extension: whole ? { amount: whole, unit: unit as Delay['unit'] } : undefined });
  }

  protected add(): void {
    this.rows.add({ code: '', label: '', kind: 'announcement', delay: { amount: 15, unit: 'workingDays' }, channels: 'all', from: 'competentReceipt', onMissing: 'none', rollsOver: true, metBy: 'answer' });
  }
}
