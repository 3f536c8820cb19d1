import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { processingRegister, type ProcessingSetting, type Settings } from '@bannette/domain';
import type { SettingKind } from '../administration/column.js';
import { PublishBar, SettingVersions } from '../administration/publish-bar.js';
import { SettingDraft } from '../administration/setting-draft.js';
import { Wait } from '../layout/wait.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { Asked } from './asked.js';
import { ProcessingComputed } from './computed.js';
import { ProcessingForm } from './form.js';
import { ProcessingsApi, type Processings } from './processings-api.js';

const none: readonly ProcessingSetting[] = [];
const blank: ProcessingSetting = { code: '', label: '', purpose: '', persons: [], data: [], special: [], recipients: [], transfers: [], processors: [], measures: [], types: [], services: [] };

/** The register of processings: what people say of each, beside what is computed of it, and what it lacks. */
@Component({
  selector: 'bn-processing-register',
  imports: [MatButton, MatIcon, ProcessingComputed, ProcessingForm, PublishBar, SettingVersions, TranslatePipe, Wait],
  templateUrl: './register-view.html',
  styleUrl: './register-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterView {
  private readonly api = inject(ProcessingsApi);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly asked = new Asked<Processings>(() => this.api.register());
  protected readonly draft = new SettingDraft<readonly ProcessingSetting[]>(signal<SettingKind>('processings'), (all) => (all?.processings as readonly ProcessingSetting[] | undefined) ?? none);
  protected readonly editable = computed(() => this.asked.value()?.mayChange ?? false);
  protected readonly chosen = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly open = computed(() => this.draft.data()[this.chosen()]);
  /** As the draft would be: what it lacks is told while it is written. */
  protected readonly drafted = computed(() => {
    const all = this.settings.all() as unknown as Settings | undefined;
    return all && processingRegister({ ...all, processings: [...this.draft.data()] }, { volumes: [], measures: [], places: [] });
  });
  protected readonly published = computed(() => this.asked.value()?.register.entries.find(({ code }) => code === this.open()?.code));
  protected readonly gaps = computed(() => this.drafted()?.entries[this.chosen()]?.gaps ?? []);
  protected readonly lacking = computed(() => this.drafted()?.gaps ?? []);
  protected readonly known = computed(() => this.draft.published().some(({ code }) => code === this.open()?.code));
  protected readonly changes = computed(() => {
    const changes = this.asked.value()?.changes;
    return changes && [...changes.entries.map(({ label, change, fields }) => this.words.text(`PROCESSINGS.CHANGE.${change}`, { label, fields: fields.map((field) => this.words.text(`PROCESSINGS.FIELD.${field}`)).join(', ') })), ...changes.general.map((part) => this.words.text(`PROCESSINGS.CHANGED.${part}`))];
  });

  constructor() {
    effect(() => {
      if (this.draft.version() > (untracked(this.asked.value)?.version ?? Infinity)) untracked(() => void this.asked.load());
    });
  }

  protected gapsOf(index: number): number {
    return this.drafted()?.entries[index]?.gaps.length ?? 0;
  }

  protected add(): void {
    this.draft.data.update((all) => [...all, blank]);
    this.chosen.set(this.draft.data().length - 1);
  }

  protected remove(): void {
    const at = this.chosen();
    this.draft.data.update((all) => all.filter((_, index) => index !== at));
  }

  protected change(change: Partial<ProcessingSetting>): void {
    const at = this.chosen();
    this.draft.data.update((all) => all.map((each, index) => (index === at ? withoutBlanks({ ...each, ...change }) : each)));
  }
}

/** What is emptied is left out. */
const withoutBlanks = (processing: ProcessingSetting): ProcessingSetting => Object.fromEntries(Object.entries(processing).filter(([name, value]) => value !== undefined && (value !== '' || name === 'code' || name === 'label' || name === 'purpose'))) as ProcessingSetting;
