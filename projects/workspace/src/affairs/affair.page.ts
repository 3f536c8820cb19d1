import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { JournalEntry, MailLine } from '../api/types.js';
import { nameOf } from '../beneficiaries/names.js';
import { Choose, type Choice } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { HoldButton } from '../holds/hold-button.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { AffairRetention } from './affair-retention.js';
import { AffairsApi, type Affair } from './affairs-api.js';

/** An affair: what it is and who is in it, how it stands, all its mails that the person may know of, and its history. */
@Component({
  selector: 'bn-affair-page',
  imports: [AffairRetention, Choose, FormsModule, HoldButton, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './affair.page.html',
  styles: `
    .both { display: flex; flex: 1; min-height: 0; }
    .facts { flex: 0 0 360px; overflow: auto; padding: 12px 16px; border-right: 1px solid var(--bn-line); }
    .mails { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    header { flex-wrap: wrap; height: auto; min-height: 48px; row-gap: 0; }
    h1 { overflow-wrap: anywhere; }
    h2 { margin: 16px 0 6px; font-size: 14px; }
    .mails h2 { margin: 0; padding: 12px 16px 6px; }
    dl { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 8px 14px; margin: 0; }
    dt { color: var(--bn-muted); text-align: right; }
    dd { margin: 0; overflow-wrap: anywhere; }
    blockquote { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
    blockquote footer, .history span { color: var(--bn-muted); font-size: 12px; }
    form { display: flex; flex-direction: column; gap: 6px; align-items: flex-start; }
    .asking { gap: 12px; margin: 4px 0 16px; padding-bottom: 12px; border-bottom: 1px solid var(--bn-line); }
    form mat-form-field, .put { width: 100%; }
    .put { max-width: 480px; padding: 0 16px 8px; }
    .history { margin: 0; padding: 0; list-style: none; }
    .history li { margin: 0 0 8px; overflow-wrap: anywhere; }
    .history span { display: block; }
    .short { white-space: nowrap; }
    .way { width: 16px; height: 16px; font-size: 16px; vertical-align: text-bottom; color: var(--bn-muted); }
    @container frame (max-width: 900px) {
      .both { flex-direction: column; overflow: auto; }
      .facts { flex: none; border-right: 0; border-bottom: 1px solid var(--bn-line); overflow: visible; }
      .mails { flex: none; min-height: 320px; }
    }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AffairPage implements Awaited {
  private readonly api = inject(AffairsApi);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly finders = inject(Finders);
  protected readonly nameOf = nameOf;
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly affair = signal<Affair | undefined>(undefined);
  protected readonly history = signal<readonly JournalEntry[]>([]);
  protected readonly asking = signal<'' | 'close' | 'reopen'>('');
  protected readonly reason = signal('');
  protected readonly closedOn = signal('');
  protected readonly note = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly today = computed(() => this.session.today());
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.affair() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;
  protected readonly pages = computed(() => {
    const id = this.id();
    return new Pages<MailLine>((page) => this.api.mails(id, page), (mail) => mail.id);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    this.affair.set(undefined);
    try {
      const affair = await firstValueFrom(this.api.affair(this.id()));
      this.affair.set(affair);
      if (!affair.masked) await Promise.all([this.pages().load(), this.remember()]);
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected may(action: Affair['actions'][number]): boolean {
    return this.affair()?.actions.includes(action) ?? false;
  }

  protected ask(what: 'close' | 'reopen'): void {
    this.reason.set('');
    this.closedOn.set(this.today());
    this.asking.set(this.asking() === what ? '' : what);
    setTimeout(() => this.element.querySelector<HTMLElement>('.asking input, .asking textarea')?.focus());
  }

  protected end(affair: Affair): Promise<void> {
    const { revision } = affair;
    const reason = this.reason().trim();
    return this.doing(this.asking() === 'close' ? this.api.close(affair.id, { revision, closedOn: this.closedOn() || undefined, comment: reason || undefined }) : this.api.reopen(affair.id, { revision, reason }));
  }

  protected async leaveNote(affair: Affair): Promise<void> {
    if (!this.note().trim()) return;
    await this.doing(this.api.note(affair.id, this.note().trim()));
    if (!this.said()) this.note.set('');
  }

  protected async put(affair: Affair, { id }: Choice): Promise<void> {
    await this.moving(id, affair.id);
  }

  protected async takeOut(mail: MailLine): Promise<void> {
    await this.moving(mail.id, null);
  }

  protected async change(affair: Affair): Promise<void> {
    const { AffairDialog } = await import('./affair-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(AffairDialog, { ...ourDialog, width: '640px', maxWidth: '95vw', data: { affair } }).afterClosed())) as Affair | undefined;
    if (!changed) return;
    this.affair.set(changed);
    await this.remember();
  }

  private async moving(mail: string, affair: string | null): Promise<void> {
    this.said.set('');
    try {
      await firstValueFrom(this.api.file(mail, affair));
      await Promise.all([this.pages().refresh(), this.remember()]);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  private async doing(work: Observable<Affair>): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    try {
      this.affair.set(await firstValueFrom(work));
      this.asking.set('');
      await this.remember();
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private async remember(): Promise<void> {
    const id = this.id();
    const { items } = await firstValueFrom(this.api.journal(id));
    if (id === this.id()) this.history.set([...items].reverse());
  }

  protected wordsOf({ data, personal }: JournalEntry): string {
    const of = (name: string): string => (typeof data[name] === 'string' ? data[name] : typeof personal?.[name] === 'string' ? String(personal[name]) : '');
    return [of('chrono'), of('reason'), of('comment')].filter(Boolean).join(', ');
  }
}
