import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import type { Mail } from '../api/types.js';
import { Words } from '../words/words.js';
import { dueWords } from './due-words.js';
import { WorkApi, type Task } from './work-api.js';
import { WorkDialogs } from './work-dialogs.js';

/** Tasks on a mail, open ones first, with who has them and until when. */
@Component({
  selector: 'bn-mail-tasks',
  imports: [MatButton, MatIcon, MatMenuModule, TranslatePipe],
  template: `
    <ul>
      @for (task of sorted(mail()); track task.id) {
        <li [class.over]="task.state !== 'open'">
          <mat-icon [attr.aria-label]="'WORK.TASK_STATE.' + task.state | translate" aria-hidden="false" role="img">{{ task.state === 'done' ? 'task_alt' : task.state === 'open' ? 'radio_button_unchecked' : 'block' }}</mat-icon>
          <div>
            <span class="title">{{ task.title }}</span>
            <span class="why">
              {{ names(task) }}
              @if (task.dueOn && task.state === 'open') { · <span [class]="due(task).tone" [title]="words.fullDay(task.dueOn)">{{ due(task).text }}</span> }
              @if (task.endedBy) { · {{ 'WORK.ENDED_BY.' + task.state | translate: { name: task.endedBy.displayName } }}@if (task.for) { {{ 'JOURNAL_FOR' | translate: { name: task.for.displayName } }}} }
            </span>
          </div>
          @if (task.mayEnd) {
            @if (task.state === 'open') {
              <button matButton (click)="set(task, 'done')">{{ 'WORK.DONE' | translate }}</button>
            }
            <button matButton class="more" [matMenuTriggerFor]="more" [attr.aria-label]="'GENERAL.MORE' | translate"><mat-icon>more_vert</mat-icon></button>
            <mat-menu #more="matMenu">
              @if (task.state === 'open') {
                <button mat-menu-item (click)="change(task)"><mat-icon>edit</mat-icon>{{ 'WORK.CHANGE_TASK' | translate }}</button>
                <button mat-menu-item (click)="set(task, 'cancelled')"><mat-icon>block</mat-icon>{{ 'WORK.CANCEL_TASK' | translate }}</button>
              } @else {
                <button mat-menu-item (click)="set(task, 'open')"><mat-icon>undo</mat-icon>{{ 'WORK.REOPEN_TASK' | translate }}</button>
              }
            </mat-menu>
          }
        </li>
      }
    </ul>
    @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
  `,
  styles: `
    :host { display: block; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; align-items: flex-start; min-height: 36px; }
    li > mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; margin-top: 2px; color: var(--bn-muted); }
    li > div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .over .title { color: var(--bn-muted); text-decoration: line-through; }
    .why { display: block; color: var(--bn-muted); font-size: 12px; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
    .more { min-width: 36px; padding: 0; }
    .more mat-icon { margin: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailTasks {
  private readonly api = inject(WorkApi);
  private readonly dialogs = inject(WorkDialogs);
  private readonly actions = inject(MailActions);
  protected readonly words = inject(Words);
  protected readonly problem = signal('');
  readonly mail = input.required<Mail>();

  protected sorted = ({ tasks = [] }: Mail): readonly Task[] => [...tasks].sort((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'));
  protected names = ({ assignees }: Task): string => assignees.map(({ displayName }) => displayName).join(', ');
  protected due = ({ dueOn = '', workingDaysLeft }: Task) => dueWords(this.words, dueOn, workingDaysLeft);

  protected async set(task: Task, state: Task['state']): Promise<void> {
    this.problem.set('');
    try {
      this.actions.follow('addTask', await firstValueFrom(this.api.changeTask(this.mail().id, task.id, { state })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }

  protected async change(task: Task): Promise<void> {
    const after = await this.dialogs.changeTask(this.mail(), task);
    if (after) this.actions.follow('addTask', after);
  }
}
