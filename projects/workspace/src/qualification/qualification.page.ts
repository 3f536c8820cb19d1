import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { delay, map } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { Api } from '../api/api.js';
import { Problem, toProblem } from '../api/problem.js';
import type { Mail, MailLine } from '../api/types.js';
import { BatchStrip } from '../batch/batch-strip.js';
import { PlacePipe } from '../host.js';
import { MailDuplicates } from '../duplicates/mail-duplicates.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { neighbour } from '../list/neighbour.js';
import { Pages } from '../list/pages.js';
import { Live, type Change } from '../live/live.js';
import { DocumentView } from '../reading/document-view.js';
import { MailSource } from '../reading/mail-source.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Trays } from '../trays/trays.js';
import { Words } from '../words/words.js';
import { QualificationForm } from './qualification-form.js';
import { changesBetween, type bodyOf } from './values.js';

/** What was confirmed leaves the queue once it is distributed, a moment later. */
const settled = 3000;
/** The answer to one's own action comes first: what it shows is no news. */
const ownAnswer = 500;

/** The mail room's queue: what was scanned, beside its page, until a person has confirmed what it is. */
@Component({
  selector: 'bn-qualification-page',
  imports: [BatchStrip, DocumentView, MailDuplicates, MatButton, MatIcon, PlacePipe, QualificationForm, RouterLink, Split, TranslatePipe, Wait],
  providers: [MailSource],
  templateUrl: './qualification.page.html',
  styleUrl: './qualification.page.scss',
  host: { class: 'bn-page', '(document:keydown.alt.arrowdown)': 'step(1, $event)', '(document:keydown.alt.arrowup)': 'step(-1, $event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualificationPage {
  private readonly api = inject(Api);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly actions = inject(MailActions);
  protected readonly trays = inject(Trays);
  protected readonly words = inject(Words);
  protected readonly source = inject(MailSource);
  private readonly session = inject(SessionStore);
  private readonly site = toSignal(this.route.paramMap.pipe(map((params) => params.get('site') ?? undefined)), { requireSync: true });
  /** The queue that is asked for; else that of the mail room that one works in. */
  protected readonly tray = computed(() => {
    const [first] = this.session.person()?.mailRooms ?? [];
    const site = this.site() ?? first?.site;
    return site ? `qualification:${site}` : 'qualification';
  });
  protected readonly queue = new Pages<MailLine>((page) => this.api.trayMails(this.tray(), page), (line) => line.id);
  private readonly asked = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('mail') ?? undefined)), { requireSync: true });
  protected readonly openId = computed(() => this.asked() ?? this.queue.items()[0]?.id);
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  protected readonly taken = signal<{ readonly number: string; readonly chrono?: string } | undefined>(undefined);
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    void inject(SettingsStore).load();
    effect(() => {
      this.tray();
      untracked(() => void this.queue.load());
    });
    effect(() => {
      const id = this.openId();
      untracked(() => {
        this.said.set('');
        this.taken.set(undefined);
        if (id) void this.source.open(id);
      });
    });
    inject(Live)
      .changes.pipe(delay(ownAnswer), takeUntilDestroyed())
      .subscribe((change) => void this.follow(change));
    this.actions.done.pipe(takeUntilDestroyed()).subscribe(({ action, mail }) => {
      if (action === 'undo') void this.queue.refresh();
      else if (action !== 'note' && action !== 'link') this.leave(mail.id);
    });
  }

  protected async confirm(body: ReturnType<typeof bodyOf> & { readonly documents?: readonly object[] }): Promise<void> {
    const mail = this.source.mail();
    if (!mail) return;
    this.busy.set(true);
    this.said.set('');
    this.taken.set(undefined);
    await this.actions.send('qualify', mail, body).catch((error: unknown) => (this.numberTaken(error, body) ? undefined : this.refused(error, mail)));
    this.busy.set(false);
  }

  protected act(action: 'void' | 'reroute' | 'passOn'): void {
    const mail = this.source.mail();
    if (mail) void this.actions.perform(action, mail);
  }

  protected open(id: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { mail: id ?? null } });
  }

  protected step(by: number, event: Event): void {
    event.preventDefault();
    const items = this.queue.items();
    const line = items[items.findIndex(({ id }) => id === this.openId()) + by];
    if (line) this.open(line.id);
  }

  protected titleOf(line: MailLine): string {
    return line.subject ?? line.sender ?? this.words.text('LIST.NO_SUBJECT');
  }

  /** Somebody else has changed the mail that one is at: says what, and keeps what was typed. */
  private async follow({ mails = [], missed, trays }: Change): Promise<void> {
    const mail = this.source.mail();
    if (mail && !this.busy() && mail.id === this.openId() && mails.some(({ id, revision }) => id === mail.id && revision > mail.revision)) return this.refused(new Problem(409, 'stale'), mail);
    if ((missed || trays) && !this.busy()) await this.queue.refresh();
  }

  private leave(id: string): void {
    const items = this.queue.items();
    const state = items.find((line) => line.id === id)?.state;
    // Who types goes on typing: the next of the same kind first.
    const next = neighbour(items.filter((line) => line.state === state), id) ?? neighbour(items, id);
    if (id === this.openId()) this.open(next?.id);
    this.queue.remove(id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.queue.refresh(), settled);
  }

  /** Another mail has the number: told beside its field. */
  private numberTaken(error: unknown, { endorsement }: ReturnType<typeof bodyOf>): boolean {
    const { code, params } = toProblem(error);
    if (code !== 'endorsementTaken' || !endorsement) return false;
    this.taken.set({ number: endorsement.number, ...(params['chrono'] ? { chrono: String(params['chrono']) } : {}) });
    return true;
  }

  /** Somebody was quicker: says what changed, keeps what was typed. */
  protected async refused(error: unknown, before: Mail): Promise<void> {
    if (!['stale', 'notInState'].includes(toProblem(error).code)) return this.said.set(this.words.problem(error));
    await this.source.refresh();
    const after = this.source.mail();
    if (after?.state !== 'toQualify') {
      this.said.set(this.words.text('QUALIFY.STALE_GONE'));
      return void this.queue.refresh();
    }
    const changes = changesBetween(before, after).map((name) => this.words.text(`CHANGED.${name}`));
    this.said.set(this.words.text('QUALIFY.STALE', { changes: changes.join(', ') || this.words.text('QUALIFY.CHANGED_NOTHING') }));
  }
}
