import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { addDays } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { WorkApi, type Delegation } from '../work/work-api.js';
import { gapText } from './finding-words.js';
import { barOf, firstMonday, shownWeeks } from './timeline.js';

type Of = 'mine' | 'service' | 'all';

/** Who is replaced by whom, when, for what, and by which act: mine, those of my service, or all. */
@Component({
  selector: 'bn-delegations-page',
  imports: [MatButton, MatButtonToggleModule, MatIcon, MatSlideToggle, TranslatePipe, Wait],
  templateUrl: './delegations.page.html',
  styleUrl: './delegations.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationsPage {
  private readonly api = inject(WorkApi);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  protected readonly of = signal<Of>('mine');
  protected readonly over = signal(false);
  protected readonly said = signal('');
  protected readonly ending = signal('');
  protected readonly offered = computed<readonly Of[]>(() => ['mine', ...(this.session.person()?.services.some(({ head, secretary }) => head || secretary) ? ['service' as const] : []), ...(this.session.has('administration') ? ['all' as const] : [])]);
  protected readonly from = firstMonday(this.session.today());
  protected readonly weeks = Array.from({ length: shownWeeks }, (_, week) => addDays(this.from, week * 7));
  protected readonly todayAt = barOf({ startsOn: this.session.today(), endsOn: this.session.today() }, this.from)?.left ?? 0;
  protected readonly pages = computed(() => {
    const [of, state] = [this.of(), this.over() ? ('over' as const) : ('current' as const)];
    return new Pages<Delegation>((page) => this.api.delegations({ ...page, of, state }), ({ id }) => id);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected barOf = (delegation: Delegation) => barOf(delegation, this.from);
  /** Day and month, as few signs as a week is wide. */
  protected dayOf = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;
  protected namesOf = (people: readonly { readonly displayName: string }[]): string => people.map(({ displayName }) => displayName).join(', ');
  protected labelsOf = (entries: readonly { readonly label: string }[]): string => entries.map(({ label }) => label).join(', ');
  protected powersOf = ({ powers }: Delegation): string => powers.map((power) => this.words.text(`DELEGATION.POWER_SHORT.${power}`)).join(', ');
  protected gapsOf = ({ gaps }: Delegation): readonly string[] => gaps.flatMap(({ delegate, gaps: missing }) => missing.map((gap) => `${delegate.displayName}${this.words.text('GENERAL.COLON')}${gapText(this.words, this.settings, gap)}`));
  protected isMe = ({ id }: { readonly id: string }): boolean => id === this.session.person()?.id;

  protected async add(): Promise<void> {
    this.said.set('');
    const { items: delegators } = await firstValueFrom(this.api.delegators()).catch(() => ({ items: [] }));
    const { DelegationDialog } = await import('./delegation-dialog.js');
    const opened = this.dialog.open(DelegationDialog, { ...ourDialog, width: '680px', maxWidth: '95vw', autoFocus: 'first-tabbable', data: { delegators } });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.said.set(this.words.text('DELEGATION.MADE'));
    await this.pages().load();
  }

  /** Asks once more before it ends. */
  protected async end(delegation: Delegation): Promise<void> {
    if (this.ending() !== delegation.id) return this.ending.set(delegation.id);
    this.said.set('');
    try {
      await firstValueFrom(this.api.end(delegation.id));
      this.pages().remove(delegation.id);
      this.said.set(this.words.text('DELEGATION.ENDED'));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.ending.set('');
  }

  protected async openAct(delegation: Delegation): Promise<void> {
    try {
      const url = URL.createObjectURL(await firstValueFrom(this.api.act(delegation.id)));
      window.open(url, '_blank', 'noopener');
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
