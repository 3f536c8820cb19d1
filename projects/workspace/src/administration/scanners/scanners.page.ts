import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { channels, readingLanes, releaseModes, scanColours, scanModes, sidecarSetting, type ScannerSetting } from '@bannette/domain';
import { Api } from '../../api/api.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { changed, flawsIn, newScanner, subFoldersIn, subFoldersText } from './scanner-changes.js';
import { SidecarForm } from './sidecar-form.js';

type Scanners = readonly ScannerSetting[];
const none: Scanners = [];
const paperChannels = channels.filter((channel) => ['post', 'registered', 'registered_ar', 'courier', 'fax', 'counter'].includes(channel));

/** Scanners: the folder of each, how it scans, what becomes of what it brings, and how its folder is now. */
@Component({
  selector: 'bn-scanners-page',
  imports: [MatButton, MatCheckbox, MatIcon, SettingFrame, SettingVersions, SidecarForm, TranslatePipe],
  templateUrl: './scanners.page.html',
  styleUrl: './scanners.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScannersPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly colours = scanColours;
  protected readonly modes = scanModes;
  protected readonly lanes = readingLanes;
  protected readonly releases = releaseModes;
  protected readonly channels = paperChannels;
  protected readonly subFoldersText = subFoldersText;

  protected readonly draft = new SettingDraft<Scanners>(signal<SettingKind>('scanners'), (all) => (all?.scanners as Scanners | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly chosen = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly scanner = computed(() => this.draft.data()[this.chosen()]);
  protected readonly known = computed(() => this.draft.published().some(({ code }) => code === this.scanner()?.code));
  protected readonly flaws = computed(() => {
    const scanner = this.scanner();
    return scanner ? flawsIn(scanner) : new Map<string, string>();
  });
  /** As the folders were when the page, or a new version, was opened. */
  protected readonly states = resource({ params: () => ({ version: this.draft.version() }), loader: () => firstValueFrom(this.api.scanners()).then(({ items }) => items, () => []) });
  protected readonly state = computed(() => this.states.value()?.find(({ code }) => code === this.scanner()?.code));

  protected stateOf(code: string): string | undefined {
    return this.states.value()?.find((each) => each.code === code)?.folder.state;
  }

  protected flaw(path: string): string | undefined {
    const code = this.flaws().get(path);
    return code === undefined ? undefined : this.words.text(`FLAW_AT.${code}`);
  }

  protected add(): void {
    this.draft.data.update((all) => [...all, newScanner(all.length)]);
    this.chosen.set(this.draft.data().length - 1);
  }

  protected remove(): void {
    const at = this.chosen();
    this.draft.data.update((all) => all.filter((_, index) => index !== at));
  }

  protected change(change: Parameters<typeof changed>[1]): void {
    const at = this.chosen();
    this.draft.data.update((all) => all.map((each, index) => (index === at ? changed(each, change) : each)));
  }

  protected setNumber(name: 'dpi' | 'settleMs' | 'batchGapS', value: number, factor = 1): void {
    this.change({ [name]: Number.isFinite(value) ? Math.round(value * factor) : name === 'dpi' ? undefined : 0 });
  }

  protected setSubFolders(text: string): void {
    this.change({ subFolders: subFoldersIn(text) });
  }

  protected withSidecar(on: boolean): void {
    this.change({ sidecar: on ? sidecarSetting.parse({ format: 'xml', name: '{name}.xml', required: true, fields: { batch: 'Batch/@id' } }) : undefined });
  }

  protected async makeFolder(code: string): Promise<void> {
    try {
      await firstValueFrom(this.api.makeScannerFolder(code));
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.states.reload();
  }
}
