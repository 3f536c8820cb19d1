import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { type CommitmentsSetting, type PromiseSetting } from '@bannette/domain';
import { PlacePipe } from '../../host.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';

type Leg = 'toService' | 'toPerson';
const none: CommitmentsSetting = { promises: [], delivery: { toService: { within: { amount: 1, unit: 'rounds' }, target: 0.9 }, toPerson: { within: { amount: 1, unit: 'workingDays' }, target: 0.9 } } };

/** What is promised to those who write, by channel, and how fast mail is to get about in the house: each with the share that is to keep it. */
@Component({
  selector: 'bn-commitments-settings-page',
  imports: [MatButton, MatIcon, MatIconButton, PlacePipe, RouterLink, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './commitments-settings.page.html',
  styleUrl: './commitments-settings.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommitmentsSettingsPage {
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly draft = new SettingDraft<CommitmentsSetting>(signal<SettingKind>('commitments'), (all) => (all?.commitments as CommitmentsSetting | undefined) ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly rounds = computed(() => (this.settings.all()?.authority.handOver?.rounds ?? []).join(', '));
  protected readonly channels = ['all', 'paper', 'electronic'] as const;
  protected readonly metBy = ['registrationReceipt', 'receipt', 'answer', 'closing'] as const;
  protected readonly units = ['days', 'workingDays', 'months'] as const;
  protected readonly legUnits = ['hours', 'rounds', 'days', 'workingDays'] as const;
  protected readonly legs: readonly Leg[] = ['toService', 'toPerson'];

  protected readonly percent = (share: number): number => Math.round(share * 1000) / 10;
  protected readonly shareIn = (text: string): number => Math.min(1, Math.max(0, Number(text) / 100 || 0));
  protected readonly whole = (text: string): number => Math.min(365, Math.max(0, Math.trunc(Number(text) || 0)));

  protected add(): void {
    this.draft.data.update((it) => ({ ...it, promises: [...it.promises, { code: '', label: '', channels: 'all', types: [], delay: { amount: 15, unit: 'workingDays' }, metBy: 'closing', target: 0.9 }] }));
  }

  protected change(at: number, change: Partial<PromiseSetting>): void {
    this.draft.data.update((it) => ({ ...it, promises: it.promises.map((promise, index) => (index === at ? withoutEmpty({ ...promise, ...change }) : promise)) }));
  }

  protected remove(at: number): void {
    this.draft.data.update((it) => ({ ...it, promises: it.promises.filter((_, index) => index !== at) }));
  }

  protected setLeg(leg: Leg, change: { readonly amount?: number; readonly unit?: string; readonly target?: number }): void {
    this.draft.data.update((it) => {
      const before = it.delivery[leg];
      const within = { amount: change.amount ?? before.within.amount, unit: (change.unit ?? before.within.unit) as typeof before.within.unit };
      return { ...it, delivery: { ...it.delivery, [leg]: { within, target: change.target ?? before.target } } };
    });
  }

  protected known(code: string): boolean {
    return this.draft.published().promises.some((promise) => promise.code === code);
  }

  protected choose(options: HTMLCollectionOf<HTMLOptionElement>): string[] {
    return Array.from(options, ({ value }) => value);
  }
}

function withoutEmpty({ source, ...promise }: PromiseSetting): PromiseSetting {
  return source ? { ...promise, source } : promise;
}
