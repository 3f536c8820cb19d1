import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { addMonths } from '@bannette/domain';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { JournalEntry } from '../api/types.js';
import { Choose, type Choice } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import type { Decision } from './decide-dialog.js';
import { HoldsApi, type HeldMail, type Hold } from './holds-api.js';

const places: { readonly [kind in Hold['scope']['kind']]?: string } = { affair: '/affairs', correspondent: '/correspondents', beneficiary: '/beneficiaries' };
const pollMs = 2_000;

/** A hold: why, until when it is looked at again, how far Alfresco is, its mails, its history. */
@Component({
  selector: 'bn-hold-page',
  imports: [Choose, FormsModule, MatButton, MatButtonToggleModule, MatIcon, MatIconButton, MatProgressBar, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './hold.page.html',
  styles: `
    .both { display: flex; flex: 1; min-height: 0; }
    .facts { flex: 0 0 360px; overflow: auto; padding: 12px 16px; border-right: 1px solid var(--bn-line); }
    .mails { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    header { flex-wrap: wrap; height: auto; min-height: 48px; row-gap: 0; }
    h1 { overflow-wrap: anywhere; }
    h2 { margin: 16px 0 6px; font-size: 14px; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 8px 16px; }
    .bar h2 { margin: 0; }
    .bar bn-choose { flex: 0 1 360px; }
    dl { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 8px 14px; margin: 0; }
    dt { color: var(--bn-muted); text-align: right; }
    dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
    .soon { color: var(--bn-soon); }
    .history { margin: 0; padding: 0; list-style: none; }
    .history li { margin: 0 0 8px; overflow-wrap: anywhere; }
    .history span { display: block; color: var(--bn-muted); font-size: 12px; }
    .short { white-space: nowrap; }
    mat-progress-bar { margin-top: 4px; }
    .mark { width: 16px; height: 16px; font-size: 16px; vertical-align: text-bottom; }
    @container frame (max-width: 900px) {
      .both { flex-direction: column; overflow: auto; }
      .facts { flex: none; border-right: 0; border-bottom: 1px solid var(--bn-line); overflow: visible; }
      .mails { flex: none; min-height: 320px; }
    }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoldPage implements Awaited {
  private readonly api = inject(HoldsApi);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly finders = inject(Finders);
  protected readonly places = places;
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly hold = signal<Hold | undefined>(undefined);
  protected readonly history = signal<readonly JournalEntry[]>([]);
  protected readonly which = signal<'all' | 'undone' | 'failing'>('all');
  protected readonly said = signal('');
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.hold() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;
  /** Alfresco is still at it. */
  protected readonly working = computed(() => {
    const hold = this.hold();
    return !!hold && !hold.failure && (hold.filling || (hold.releasedAt ? !hold.lifted : hold.applied + hold.failing < hold.mails));
  });
  protected readonly pages = computed(() => {
    const [id, which] = [this.id(), this.which()];
    return new Pages<HeldMail>((page) => this.api.mails(id, { ...page, which }), ({ mail }) => mail.id);
  });
  private poll?: ReturnType<typeof setTimeout>;

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
    effect(() => {
      clearTimeout(this.poll);
      if (this.hold() && this.working()) this.poll = setTimeout(() => void this.again(), pollMs);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.poll));
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    this.hold.set(undefined);
    try {
      this.hold.set(await firstValueFrom(this.api.hold(this.id())));
      await this.remember();
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected may(action: Hold['actions'][number]): boolean {
    return this.hold()?.actions.includes(action) ?? false;
  }

  protected wordsOf({ type, data, personal }: JournalEntry): string {
    const told = { ...data, ...personal } as { [name: string]: string | number };
    const said = [told['reviewOn'] && type !== 'hold.placed' ? this.words.day(String(told['reviewOn'])) : '', typeof told['mails'] === 'number' ? this.words.count('HOLD.TAKES', told['mails']) : '', told['comment'] ?? (type === 'hold.placed' ? '' : told['reason'])];
    return said.filter(Boolean).join(' – ');
  }

  protected review(hold: Hold): Promise<void> {
    return this.decide({ what: 'review', about: hold.title, day: { latest: addMonths(this.session.today(), this.settings.all()?.authority.holdReviewMonths ?? 24) }, submit: ({ day, reason }) => this.api.review(hold.id, { revision: hold.revision, reviewOn: day, comment: reason }) });
  }

  protected release(hold: Hold): Promise<void> {
    return this.decide({ what: 'release', about: `${hold.title} – ${this.words.count('HOLD.TAKES', hold.mails)}`, typed: this.words.text('HOLD.DECIDE.release.WORD'), submit: ({ reason }) => this.api.release(hold.id, { revision: hold.revision, reason }) });
  }

  protected drop(hold: Hold, { mail }: HeldMail): Promise<void> {
    return this.decide({ what: 'drop', about: [mail.chrono, mail.subject].filter(Boolean).join(' – '), submit: ({ reason }) => this.api.drop(hold.id, mail.id, { revision: hold.revision, reason }) });
  }

  protected add(hold: Hold, { id }: Choice): Promise<void> {
    return this.doing(this.api.extend(hold.id, { revision: hold.revision, mails: [id] }));
  }

  protected retry(hold: Hold): Promise<void> {
    return this.doing(this.api.retry(hold.id));
  }

  private async decide(data: Decision): Promise<void> {
    const { DecideDialog } = await import('./decide-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(DecideDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable', data }).afterClosed())) as Hold | undefined;
    if (changed) await this.show(changed);
  }

  private async doing(work: Observable<Hold>): Promise<void> {
    this.said.set('');
    try {
      await this.show(await firstValueFrom(work));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  private async show(hold: Hold): Promise<void> {
    this.hold.set(hold);
    await Promise.all([this.pages().refresh(), this.remember()]);
  }

  private async again(): Promise<void> {
    const hold = await firstValueFrom(this.api.hold(this.id())).catch(() => this.hold());
    if (hold) await this.show({ ...hold });
  }

  private async remember(): Promise<void> {
    const id = this.id();
    const items = await firstValueFrom(this.api.journal(id)).then((found) => found.items, () => this.history());
    if (id === this.id()) this.history.set([...items].reverse());
  }
}
