import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { AffairsApi, type ThreadStep } from '../affairs/affairs-api.js';
import type { Mail } from '../api/types.js';
import { Choose } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';

/** What a mail is tied to: its affair, the thread of letters and answers, and links, which may be added and taken away in place. */
@Component({
  selector: 'bn-mail-ties',
  imports: [Choose, MatButton, MatIcon, MatIconButton, PlacePipe, RouterLink, TranslatePipe],
  templateUrl: './mail-ties.html',
  styles: `
    :host { display: block; overflow-wrap: anywhere; }
    .affair { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; }
    ol { margin: 6px 0; padding: 0; list-style: none; border-left: 2px solid var(--bn-line); }
    li { position: relative; padding: 2px 0 6px 14px; }
    li::before { content: ''; position: absolute; left: -6px; top: 8px; width: 10px; height: 10px; border-radius: 50%; background: var(--mat-sys-surface); border: 2px solid var(--bn-muted); box-sizing: border-box; }
    li.here::before { background: var(--mat-sys-primary); border-color: var(--mat-sys-primary); }
    .tie { display: flex; align-items: center; gap: 4px; color: var(--bn-muted); font-size: 12px; }
    .tie button { width: 28px; height: 28px; padding: 2px; }
    .tie mat-icon, li > mat-icon { width: 16px; height: 16px; font-size: 16px; }
    .day { color: var(--bn-muted); font-size: 12px; }
    .do { display: flex; flex-wrap: wrap; gap: 4px 8px; }
    p { margin: 4px 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailTies {
  private readonly api = inject(AffairsApi);
  private readonly dialog = inject(MatDialog);
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly finders = inject(Finders);

  readonly mail = input.required<Mail>();
  private readonly id = computed(() => this.mail().id);
  protected readonly mayLink = computed(() => this.mail().actions.includes('link'));
  protected readonly steps = signal<readonly ThreadStep[]>([]);
  protected readonly more = signal(false);
  protected readonly choosing = linkedSignal({ source: this.id, computation: () => false });
  protected readonly said = linkedSignal({ source: this.id, computation: () => '' });
  private readonly tied = computed(() => `${this.id()} ${this.mail().links.map(({ id, kind }) => id + kind).join()}`);

  constructor() {
    effect(() => {
      this.tied();
      untracked(() => void this.read());
    });
  }

  protected numberOf(id: string): string {
    const mail = this.steps().find((step) => step.mail.id === id)?.mail;
    return mail?.chrono ?? mail?.subject ?? this.words.text('LIST.NO_CHRONO');
  }

  /** The link that somebody added, which may be taken away from the mail that is open; of a duplicate, the decision is taken back instead. */
  protected linkOf(step: ThreadStep, tie: ThreadStep['ties'][number]): string | undefined {
    const other = step.mail.id === this.id() ? tie.to : tie.to === this.id() ? step.mail.id : undefined;
    if (!other || tie.source !== 'person') return undefined;
    const names: { readonly [kind: string]: readonly string[] } = { answers: ['answerOf', 'answeredBy'], follows: ['follows', 'followedBy'], concerns: ['concerns'], replaces: ['replaces', 'replacedBy'], copyOf: ['copyOf', 'copiedAs'] };
    return this.mail().links.find(({ id, link, kind }) => id === other && link && names[tie.kind]?.includes(kind))?.link;
  }

  protected async add(): Promise<void> {
    const { LinkDialog } = await import('./link-dialog.js');
    const linked = (await firstValueFrom(this.dialog.open(LinkDialog, { ...ourDialog, width: '560px', maxWidth: '95vw', data: { mail: this.mail() } }).afterClosed())) as Mail | undefined;
    if (linked) this.actions.did('link', linked);
  }

  protected file(affair: string | null): Promise<void> {
    this.choosing.set(false);
    return this.doing(this.api.file(this.id(), affair));
  }

  protected unlink(link: string): Promise<void> {
    return this.doing(this.api.unlink(this.id(), link));
  }

  private async doing(work: Observable<Mail>): Promise<void> {
    this.said.set('');
    try {
      this.actions.did('link', await firstValueFrom(work));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  private async read(): Promise<void> {
    const id = this.id();
    if (this.mail().masked) return this.steps.set([]);
    const thread = await firstValueFrom(this.api.thread(id)).catch(() => ({ items: [], more: false }));
    if (id !== this.id()) return;
    this.steps.set(thread.items);
    this.more.set(thread.more);
  }
}
