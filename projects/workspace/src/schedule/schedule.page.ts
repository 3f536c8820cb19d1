import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { keep } from '../reading/keep.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { AgreeDialog } from './agree-dialog.js';
import { SureDialog } from './sure-dialog.js';
import { ImportDialog } from './import-dialog.js';
import { ScheduleApi, type Version } from './schedule-api.js';
import { ScheduleCompare } from './schedule-compare.js';
import { ScheduleEffect } from './schedule-effect.js';
import { SchedulePlan } from './schedule-plan.js';
import { ScheduleRows } from './schedule-rows.js';
import { ScheduleStore } from './schedule-store.js';
import { ScheduleVersions } from './schedule-versions.js';

const views = ['rows', 'compare', 'effect', 'plan', 'versions'] as const;
type View = (typeof views)[number];

/** The retention schedule: one version at a time, from draft to in force, beside what it changes and its categories. */
@Component({
  selector: 'bn-schedule-page',
  imports: [MatButton, MatButtonToggleModule, MatIcon, ScheduleCompare, ScheduleEffect, SchedulePlan, ScheduleRows, ScheduleVersions, TranslatePipe, Wait],
  templateUrl: './schedule.page.html',
  styleUrl: './schedule.page.scss',
  providers: [ScheduleStore],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchedulePage {
  private readonly api = inject(ScheduleApi);
  private readonly dialog = inject(MatDialog);
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  protected readonly views = views;
  protected readonly view = signal<View>('rows');
  protected readonly version = this.store.version;
  protected readonly mayDraft = computed(() => this.store.mayEdit() && !this.store.open() && this.version()?.state === 'inForce');

  constructor() {
    void inject(SettingsStore).load();
    void this.store.load();
  }

  protected nameOf = (version: Version): string => `${this.words.text('SCHEDULE.VERSION', { number: version.number })} – ${this.store.stateWords(version)}`;

  protected async choose(select: HTMLSelectElement): Promise<void> {
    this.store.said.set(undefined);
    await this.store.load(select.value);
  }

  protected draft = () => this.store.act(() => this.api.draft(), ({ number }) => this.words.text('SCHEDULE.DRAFTED', { number }), ({ id }) => id);
  protected reopen = () => this.store.act(({ id, revision }) => this.api.reopen(id, revision), () => this.words.text('SCHEDULE.REOPENED'));

  protected async rename(input: HTMLInputElement): Promise<void> {
    const title = input.value.trim();
    if (!title || !(await this.store.act(({ id, revision }) => this.api.change(id, { revision, title }), () => this.words.text('SCHEDULE.RENAMED')))) input.value = this.version()?.title ?? '';
  }

  protected async agree(): Promise<void> {
    const content = this.store.content();
    const body = content && (await firstValueFrom(this.dialog.open<AgreeDialog, unknown, object>(AgreeDialog, { ...ourDialog, width: '640px', data: content }).afterClosed()));
    if (body) await this.store.act(({ id, revision }) => this.api.agree(id, { revision, ...body }), ({ agreedRows, rows }) => this.words.text('SCHEDULE.AGREED', { agreed: agreedRows, rows }));
  }

  protected async enforce(): Promise<void> {
    if (await this.sure('ENFORCE')) await this.store.act(({ id, revision }) => this.api.enforce(id, revision), ({ number }) => this.words.text('SCHEDULE.ENFORCED', { number }));
  }

  protected async discard(): Promise<void> {
    if (await this.sure('DISCARD')) await this.store.act(({ id, revision }) => this.api.discard(id, revision), () => this.words.text('SCHEDULE.DISCARDED'), () => undefined);
  }

  protected async importFile(): Promise<void> {
    const version = this.version();
    const imported = version && (await firstValueFrom(this.dialog.open<ImportDialog, Version, number>(ImportDialog, { ...ourDialog, width: '860px', maxWidth: '94vw', data: version }).afterClosed()));
    if (!imported) return;
    await this.store.load(version.id);
    this.store.said.set({ text: this.words.count('SCHEDULE.IMPORTED', imported), wrong: false });
  }

  protected async export(): Promise<void> {
    const version = this.version();
    if (!version) return;
    try {
      keep(await firstValueFrom(this.api.file(version.id)), `tableau-de-gestion-v${version.number}.csv`);
    } catch (error) {
      this.store.said.set({ text: this.words.problem(error), wrong: true });
    }
  }

  private async sure(what: 'ENFORCE' | 'DISCARD'): Promise<boolean> {
    return (await firstValueFrom(this.dialog.open<SureDialog, unknown, boolean>(SureDialog, { ...ourDialog, width: '520px', data: { what, number: this.version()?.number ?? 0 } }).afterClosed())) ?? false;
  }
}
