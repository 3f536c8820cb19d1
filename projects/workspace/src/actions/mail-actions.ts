import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom, Subject } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem } from '../api/problem.js';
import type { Mail, MailAction, Person } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { aboutOf } from '../words/about.js';
import { Words } from '../words/words.js';
import { WorkDialogs, withDialog } from '../work/work-dialogs.js';
import { Marks } from '../marks/marks.js';
import { formOf } from './forms.js';

export interface Done {
  readonly action: MailAction | 'undo';
  readonly mail: Mail;
}

/** Refusals that say that the mail is another by now. */
const movedOn: readonly string[] = ['stale', 'notInState', 'assignedToOther'];
/** Where each action is sent. */
const paths: { readonly [action in MailAction]?: string } = { describe: 'documents', note: 'notes', copy: 'copies', answer: 'answers', closeWithoutAnswer: 'close-without-answer', passOn: 'pass-on', setTrigger: 'retention-trigger', askPieces: 'pieces', receivePieces: 'pieces-received', acknowledge: 'acknowledgements', attest: 'attestations', extend: 'extension', transmit: 'transmission', addTask: 'tasks', askOpinion: 'opinions' };
const withoutRevision: readonly MailAction[] = ['note'];

/** Does actions on mails: asks what they need, says what was done, and offers to undo it as long as the trade allows. */
@Injectable({ providedIn: 'root' })
export class MailActions {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly words = inject(Words);
  private readonly settings = inject(SettingsStore);
  private readonly session = inject(SessionStore);
  private readonly work = inject(WorkDialogs);
  private readonly marks = inject(Marks);
  private readonly doneActions = new Subject<Done>();
  private readonly staleMails = new Subject<string>();

  /** What was done, for counts and lists to follow. */
  readonly done = this.doneActions.asObservable();
  /** Mails that have moved on since they were read. */
  readonly stale = this.staleMails.asObservable();

  /** Asks if need be, and does it; a mail that has moved on is refused once, then what was typed holds for it as it is now. Undefined when the person thought better of it or it was refused. */
  async perform(action: MailAction, mail: Mail): Promise<Mail | undefined> {
    await this.settings.load();
    if (withDialog.includes(action)) return this.performTogether(action, mail);
    const form = formOf(action, { mail, settings: this.settings.all(), people: await this.peopleFor(action, mail), today: this.session.today(), sendsEmail: this.session.person()?.sendsEmail ?? false, say: (key) => this.words.text(key) });
    if (!form) return this.send(action, mail, {}).catch((error: unknown) => this.refused(error, mail));
    const release = action === 'note' ? () => undefined : await this.marks.hold(mail);
    if (!release) return undefined;
    const dialog = await import('./action-dialog.js');
    let seen = mail;
    const submit = (body: object): Promise<Mail> =>
      this.send(action, seen, form.send?.({ ...body }) ?? body).catch(async (error: unknown) => {
        if (toProblem(error).code === 'stale') seen = await firstValueFrom(this.api.mail(mail.id)).catch(() => seen);
        throw error;
      });
    const opened = this.dialog.open(dialog.ActionDialog<Mail>, { data: { form, about: aboutOf(mail), submit }, ...ourDialog, width: form.open ? '760px' : '520px', maxWidth: '95vw', autoFocus: 'first-tabbable' });
    const after = (await firstValueFrom(opened.afterClosed())) as Mail | undefined;
    release();
    return after;
  }

  /** Notes, tasks and opinions ask in dialogs of their own. */
  private async performTogether(action: MailAction, mail: Mail): Promise<Mail | undefined> {
    let seen = mail;
    return this.work.open(action, mail, (body) =>
      this.send(action, seen, body).catch(async (error: unknown) => {
        if (toProblem(error).code === 'stale') seen = await firstValueFrom(this.api.mail(mail.id)).catch(() => seen);
        throw error;
      }),
    );
  }

  /** What was done to a mail in a dialog of its own: lists and pages follow. */
  follow(action: MailAction, mail: Mail): void {
    this.doneActions.next({ action, mail });
  }

  /** Sends an action that was already asked for (a form of its own). */
  async send(action: MailAction, mail: Mail, body: object): Promise<Mail> {
    const revision = withoutRevision.includes(action) ? {} : { revision: mail.revision };
    try {
      const after = await firstValueFrom(this.api.act(mail.id, paths[action] ?? action, { ...body, ...revision }));
      this.doneActions.next({ action, mail: after });
      this.tell(action, after, body);
      return after;
    } catch (error) {
      this.seeAgain(error, mail);
      throw error;
    }
  }

  /** Tells of what was done in a place of its own, for whoever shows the mail; `takeBack` undoes it there. */
  did(action: MailAction, mail: Mail, takeBack?: () => void): void {
    this.doneActions.next({ action, mail });
    if (!this.words.has(`DONE.${action}`)) return;
    if (!takeBack) return this.tell(action, mail);
    const shown = this.snackBar.open(this.saidOf(action, mail), this.words.text('ACTION.undo'), { duration: 8000 });
    shown.onAction().subscribe(takeBack);
  }

  /** What was done in a place of its own was undone there. */
  undid(mail: Mail): void {
    this.doneActions.next({ action: 'undo', mail });
    this.snackBar.open(this.words.text('UNDONE'), undefined, { duration: 4000 });
  }

  /** Says why something was refused that was asked for in a place of its own. */
  refusedThere(error: unknown, mail: Mail): void {
    this.refused(error, mail);
  }

  async undo(mail: Mail): Promise<void> {
    if (!mail.undo) return;
    try {
      const after = await firstValueFrom(this.api.act(mail.id, 'undo', { token: mail.undo.token }));
      this.doneActions.next({ action: 'undo', mail: after });
      this.snackBar.open(this.words.text('UNDONE'), undefined, { duration: 4000 });
    } catch (error) {
      this.refused(error, mail);
    }
  }

  /** What was done, and where the mail goes: the rules send it there later. */
  private saidOf(action: MailAction, { chrono = '', assignee }: Mail, { service, toMailRoom }: { readonly service?: string; readonly toMailRoom?: boolean } = {}): string {
    const done = action !== 'reroute' || service ? action : toMailRoom ? 'returned' : 'routed';
    return this.words.text(`DONE.${done}`, { chrono, service: this.settings.label(service, 'service'), assignee: assignee?.displayName ?? '' });
  }

  private tell(action: MailAction, mail: Mail, body: object = {}): void {
    const said = this.saidOf(action, mail, body);
    const left = mail.undo ? Date.parse(mail.undo.until) - Date.now() : 0;
    if (left < 500) {
      this.snackBar.open(said, undefined, { duration: 4000 });
      return;
    }
    const shown = this.snackBar.open(said, this.words.text('ACTION.undo'), { duration: left });
    shown.onAction().subscribe(() => void this.undo(mail));
  }

  /** It isn't what the page shows any more: whoever shows it reads it again. */
  private seeAgain(error: unknown, mail: Mail): void {
    if (movedOn.includes(toProblem(error).code)) this.staleMails.next(mail.id);
  }

  private refused(error: unknown, mail: Mail): undefined {
    this.seeAgain(error, mail);
    this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000, politeness: 'assertive' });
    return undefined;
  }

  private async peopleFor(action: MailAction, mail: Mail): Promise<readonly Person[]> {
    if (action !== 'assign' || !mail.service) return [];
    return firstValueFrom(this.api.people(mail.service)).then(
      ({ items }) => items,
      () => [],
    );
  }
}
