import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { dayIn } from '@bannette/domain';
import { Api } from '../api/api.js';
import { toProblem } from '../api/problem.js';
import type { Beneficiary, Unidentified } from '../api/types.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { neighbour } from '../list/neighbour.js';
import { Pages } from '../list/pages.js';
import { DocumentView } from '../reading/document-view.js';
import { MailSource } from '../reading/mail-source.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { ForWhom } from './for-whom.js';

/** Documents for somebody whom nobody has recognised, the oldest first, each beside its page, wholly by keyboard. */
@Component({
  selector: 'bn-identify-page',
  imports: [DocumentView, FormsModule, ForWhom, MatButton, MatCheckbox, Split, TranslatePipe, Wait],
  providers: [MailSource],
  templateUrl: './identify.page.html',
  styleUrl: './identify.page.scss',
  host: { class: 'bn-page', '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdentifyPage {
  private readonly api = inject(Api);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly source = inject(MailSource);
  private readonly picker = viewChild(ForWhom);

  protected readonly queue = new Pages<Unidentified>((page) => this.api.unidentified(page), ({ id }) => id);
  private readonly asked = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('document') ?? undefined)), { requireSync: true });
  protected readonly open = computed(() => this.queue.items().find(({ id }) => id === this.asked()) ?? this.queue.items()[0]);
  private readonly openId = computed(() => this.open()?.id);
  /** Documents of the same deposit that wait too, the open one among them. */
  protected readonly together = computed(() => {
    const open = this.open();
    return open ? this.queue.items().filter(({ id, depositId }) => id === open.id || (depositId !== undefined && depositId === open.depositId)) : [];
  });
  protected readonly chosen = linkedSignal<string | undefined, readonly Beneficiary[]>({ source: this.openId, computation: () => [] });
  protected readonly all = linkedSignal({ source: this.openId, computation: () => false });
  protected readonly busy = signal(false);
  protected readonly said = signal('');

  constructor() {
    void this.settings.load();
    void this.queue.load();
    effect(() => {
      const id = this.openId();
      untracked(() => {
        this.said.set('');
        const mail = this.open()?.mail.id;
        if (mail && mail !== this.source.mail()?.id) void this.source.open(mail);
        if (id) setTimeout(() => this.picker()?.focus());
      });
    });
  }

  protected titleOf({ mail }: Unidentified): string {
    return mail.subject ?? mail.sender ?? mail.chrono ?? this.words.text('LIST.NO_SUBJECT');
  }

  protected dayOf({ since }: Unidentified): string {
    return this.words.day(dayIn(this.session.person()?.authority.timeZone ?? 'Europe/Paris', new Date(since)));
  }

  protected natureOf({ nature }: Unidentified): string {
    return nature ? (this.settings.all()?.thesaurus.find(({ code }) => code === nature)?.label ?? nature) : '';
  }

  protected show(id: string | undefined): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { document: id ?? null }, replaceUrl: true });
  }

  protected step(by: number): void {
    const items = this.queue.items();
    const next = items[items.findIndex(({ id }) => id === this.openId()) + by];
    if (next) this.show(next.id);
  }

  protected press(event: KeyboardEvent): void {
    const does: { readonly [key: string]: () => void } = { ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1), n: () => void this.submit([]), t: () => this.all.update((all) => !all) };
    const act = event.altKey && !event.ctrlKey && !event.metaKey ? does[event.key] : undefined;
    const confirm = event.ctrlKey && event.key === 'Enter' ? () => void this.submit(this.chosen()) : undefined;
    const wanted = act ?? (this.chosen().length ? confirm : undefined);
    if (!wanted || document.querySelector('.cdk-overlay-container mat-dialog-container')) return;
    event.preventDefault();
    wanted();
  }

  /** For these people, or for nobody. */
  protected async submit(beneficiaries: readonly Beneficiary[]): Promise<void> {
    const open = this.open();
    if (!open || this.busy()) return;
    this.busy.set(true);
    this.said.set('');
    const documents = (this.all() ? this.together() : [open]).map(({ id }) => id);
    try {
      const { identified } = await firstValueFrom(this.api.identify(documents, beneficiaries.map(({ id }) => id)));
      this.snackBar.open(identified ? this.words.count('IDENTIFY.DONE', identified) : this.words.text('IDENTIFY.GONE'), undefined, { duration: 4000 });
      this.leave(documents);
    } catch (error) {
      if (toProblem(error).status === 404) void this.queue.refresh();
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private leave(documents: readonly string[]): void {
    const rest = this.queue.items().filter(({ id }) => id === this.openId() || !documents.includes(id));
    this.show(neighbour(rest, this.openId() ?? '')?.id);
    for (const id of documents) this.queue.remove(id);
    if (this.queue.hasMore()) void this.queue.refresh();
  }
}
