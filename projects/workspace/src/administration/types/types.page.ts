import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { confidentialityLevels, type Delay, type DocTypeSetting } from '@bannette/domain';
import { PlacePipe } from '../../host.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { typesTable } from '../paper-tables.js';
import { DraftRows } from '../draft-rows.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { SettingList } from '../setting-list.js';

type Types = readonly DocTypeSetting[];
type Urgency = 'urgent' | 'veryUrgent';
type Keyword = DocTypeSetting['keywords'][number];
const none: Types = [];

/** Types of mail, one at a time: by when each is answered, who may read it, how long it is kept, and by which words it is known. */
@Component({
  selector: 'bn-types-page',
  imports: [MatButton, MatCheckbox, MatIcon, MatIconButton, MatSelectModule, PlacePipe, RouterLink, SettingFrame, SettingList, SettingVersions, TranslatePipe],
  templateUrl: './types.page.html',
  styleUrls: ['../sites/sites.page.scss', './types.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TypesPage {
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly draft = new SettingDraft<Types>(signal<SettingKind>('types'), (all) => all?.types ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  private readonly session = inject(SessionStore);

  protected readonly table = typesTable;
  protected readonly units: readonly Delay['unit'][] = ['days', 'workingDays', 'months'];
  protected readonly levels = confidentialityLevels;
  protected readonly urgencies: readonly Urgency[] = ['urgent', 'veryUrgent'];
  protected readonly rows = new DraftRows(this.draft);
  protected readonly type = this.rows.one;
  protected readonly lines = computed(() => this.draft.data().map(({ code, label, delay, scheduleRow }) => ({ title: label || code || this.words.text('TYPE.NEW'), detail: [code, this.words.count(`UNIT.${delay.unit}`, delay.amount), scheduleRow].filter(Boolean).join(' – ') })));

  protected change(change: Partial<DocTypeSetting>): void {
    this.rows.change((type) => withoutEmpty({ ...type, ...change }));
  }

  /** An emptied amount gives the type's own delay back. */
  protected changeUrgent(type: DocTypeSetting, urgency: Urgency, amount: string, unit: string): void {
    const { [urgency]: _, ...others } = type.priorityDelays ?? {};
    this.change({ priorityDelays: amount === '' ? others : { ...others, [urgency]: { amount: whole(amount), unit: unit as Delay['unit'] } } });
  }

  protected changeDelay(amount: string, unit: string): void {
    this.change({ delay: { amount: whole(amount), unit: unit as Delay['unit'] } });
  }

  protected changeKeyword(type: DocTypeSetting, at: number, change: Partial<Keyword>): void {
    this.change({ keywords: type.keywords.map((keyword, index) => (index === at ? { ...keyword, ...change } : keyword)) });
  }

  protected dropKeyword(type: DocTypeSetting, at: number): void {
    this.change({ keywords: type.keywords.filter((_, index) => index !== at) });
  }

  /** Several at once, as they are pasted. */
  protected addKeywords(type: DocTypeSetting, field: HTMLInputElement): void {
    const has = new Set(type.keywords.map(({ text }) => text.toLowerCase()));
    const said = field.value.split(/[,;\n]/).map((text) => text.trim()).filter((text) => text.length > 1 && !has.has(text.toLowerCase()));
    field.value = '';
    if (said.length) this.change({ keywords: [...type.keywords, ...[...new Set(said)].map((text) => ({ text, weight: 1 }))] });
  }

  protected letThrough(on: boolean): void {
    this.change({ letThrough: on ? { confidence: 0.95, sampleEvery: 20 } : undefined });
  }

  protected add(): void {
    this.rows.add({ code: '', label: '', delay: { amount: 1, unit: 'months' }, confidentiality: 0, scheduleRow: '', keywords: [] });
  }

  protected readonly weightIn = (text: string): number => Math.min(10, Math.max(0.1, Number(text.replace(',', '.')) || 1));
  protected readonly confidenceIn = (text: string): number => Math.min(1, Math.max(0.5, (Number(text) || 95) / 100));
  protected readonly everyIn = (text: string): number => Math.max(2, whole(text));
  protected readonly percent = (share: number): number => Math.round(share * 100);
}

const whole = (text: string): number => Math.min(365, Math.max(0, Math.trunc(Number(text) || 0)));

/** What is emptied is left out: a type without it is as one that never had it. */
function withoutEmpty(type: DocTypeSetting): DocTypeSetting {
  const empty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && !value.length) || (typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.keys(value).length);
  const optional = ['priorityDelays', 'clocks', 'compartment', 'letThrough'];
  return Object.fromEntries(Object.entries(type).filter(([name, value]) => !optional.includes(name) || !empty(value))) as unknown as DocTypeSetting;
}
