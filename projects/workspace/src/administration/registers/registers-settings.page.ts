import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { chronoFlaw, registerKinds, type RegisterKind, type RegisterSetting } from '@bannette/domain';
import { RegistersApi } from '../../registers/registers-api.js';
import { SessionStore } from '../../session/session.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { newRegister, nextNumber } from './preview.js';

type Registers = readonly RegisterSetting[];
const none: Registers = [];

/** Registers: what each numbers and how, with its next number as it would be written. */
@Component({
  selector: 'bn-registers-settings-page',
  imports: [MatButton, MatCheckbox, MatIcon, MatIconButton, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './registers-settings.page.html',
  styleUrl: './registers-settings.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegistersSettingsPage {
  private readonly api = inject(RegistersApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly kinds = registerKinds;
  protected readonly draft = new SettingDraft<Registers>(signal<SettingKind>('registers'), (all) => (all?.registers as Registers | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  private readonly counters = resource({ params: () => ({ version: this.draft.version() }), loader: () => firstValueFrom(this.api.counters()).then(({ items }) => items, () => []) });
  private readonly year = Number(this.session.today().slice(0, 4));

  protected next(register: RegisterSetting): string | undefined {
    return nextNumber(register, this.counters.value() ?? [], this.year);
  }

  protected flaw(register: RegisterSetting): string {
    const flaw = chronoFlaw(register.pattern, register);
    return flaw ? this.words.text(`FLAW_AT.${flaw}`) : '';
  }

  /** A register that has been published keeps its code: its numbers are known by it. */
  protected isKnown(code: string): boolean {
    return this.draft.published().some((each) => each.code === code);
  }

  protected change(at: number, change: Partial<RegisterSetting>): void {
    this.draft.data.update((all) => all.map((each, index) => (index === at ? { ...each, ...change } : each)));
  }

  protected serve(at: number, kind: RegisterKind, on: boolean): void {
    const { kinds = [] } = this.draft.data()[at] ?? {};
    this.change(at, { kinds: registerKinds.filter((each) => (each === kind ? on : kinds.includes(each))) });
  }

  protected add(): void {
    this.draft.data.update((all) => [...all, newRegister(all)]);
  }

  protected remove(at: number): void {
    this.draft.data.update((all) => all.filter((_, index) => index !== at));
  }
}
