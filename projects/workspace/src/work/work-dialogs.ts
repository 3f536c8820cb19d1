import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Mail, MailAction } from '../api/types.js';
import { ourDialog } from '../layout/dialogs.js';
import { WorkApi, type Note, type Opinion, type Task } from './work-api.js';

type Submit = (body: object) => Promise<Mail>;
const sized = { ...ourDialog, width: '560px', maxWidth: '95vw', autoFocus: 'first-tabbable' } as const;

/** Actions that have a dialog of their own. */
export const withDialog: readonly MailAction[] = ['note', 'addTask', 'askOpinion'];

/** Dialogs of notes, tasks and opinions. Each answers the mail as it is afterwards, or nothing. */
@Injectable({ providedIn: 'root' })
export class WorkDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly work = inject(WorkApi);
  private readonly api = inject(Api);

  async open(action: MailAction, mail: Mail, submit: Submit): Promise<Mail | undefined> {
    if (action === 'note') return this.note(mail, submit);
    if (action === 'addTask') return this.task(mail, submit);
    const { AskDialog } = await import('./ask-dialog.js');
    return firstValueFrom(this.dialog.open(AskDialog, { ...sized, width: '640px', data: { mail, submit } }).afterClosed()) as Promise<Mail | undefined>;
  }

  async note(mail: Mail, submit: Submit, note?: Note): Promise<Mail | undefined> {
    const { NoteDialog } = await import('./note-dialog.js');
    return firstValueFrom(this.dialog.open(NoteDialog, { ...sized, data: { mail, note, submit } }).afterClosed()) as Promise<Mail | undefined>;
  }

  async task(mail: Mail, submit: Submit, task?: Task): Promise<Mail | undefined> {
    const { TaskDialog } = await import('./task-dialog.js');
    return firstValueFrom(this.dialog.open(TaskDialog, { ...sized, data: { mail, task, submit } }).afterClosed()) as Promise<Mail | undefined>;
  }

  changeNote = (mail: Mail, note: Note): Promise<Mail | undefined> => this.note(mail, (body) => firstValueFrom(this.work.changeNote(mail.id, note.id, body)), note);
  changeTask = (mail: Mail, task: Task): Promise<Mail | undefined> => this.task(mail, (body) => firstValueFrom(this.work.changeTask(mail.id, task.id, body)), task);

  async give(mailId: string, opinion: Opinion, question: string): Promise<Mail | undefined> {
    const { OpinionDialog } = await import('./opinion-dialog.js');
    const submit: Submit = (body) => firstValueFrom(this.work.giveOpinion(mailId, opinion.id, body));
    return firstValueFrom(this.dialog.open(OpinionDialog, { ...sized, data: { question, submit } }).afterClosed()) as Promise<Mail | undefined>;
  }

  async withdraw(mail: Mail, opinion: Opinion): Promise<Mail | undefined> {
    const { ReasonDialog } = await import('../quarantine/reason-dialog.js');
    const submit = (reason: string): Promise<unknown> => firstValueFrom(this.work.withdrawOpinion(mail.id, opinion.id, reason));
    const done: unknown = await firstValueFrom(this.dialog.open(ReasonDialog, { ...sized, data: { title: 'WORK.WITHDRAW_TITLE', about: opinion.person?.displayName ?? opinion.serviceLabel ?? '', note: 'WORK.WITHDRAW_NOTE', label: 'WORK.WITHDRAW', submit } }).afterClosed());
    return done ? firstValueFrom(this.api.mail(mail.id)) : undefined;
  }
}
