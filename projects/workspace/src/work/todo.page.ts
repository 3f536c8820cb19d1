import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { dueWords } from './due-words.js';
import { WorkApi, type MyOpinion, type MyTask } from './work-api.js';
import { WorkDialogs } from './work-dialogs.js';

/** What is asked of me on mails, and of whom I replace: opinions, then tasks, the next to fall due first. */
@Component({
  selector: 'bn-todo-page',
  imports: [MatButton, MatSlideToggle, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './todo.page.html',
  styles: `
    h2 { margin: 16px 16px 4px; font-size: 15px; }
    td:first-child { width: 170px; white-space: nowrap; }
    td:last-child { text-align: right; white-space: nowrap; }
    .late { color: var(--bn-late); font-weight: 500; }
    .soon { color: var(--bn-soon); }
    .none { margin: 4px 16px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TodoPage implements Awaited {
  private readonly api = inject(WorkApi);
  private readonly dialogs = inject(WorkDialogs);
  private readonly actions = inject(MailActions);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly ended = signal(false);
  protected readonly said = signal('');
  protected readonly tasks = computed(() => {
    const state = this.ended() ? ('ended' as const) : ('open' as const);
    return new Pages<MyTask>((page) => this.api.tasks({ ...page, state }), ({ task }) => task.id);
  });
  protected readonly opinions = computed(() => {
    const state = this.ended() ? ('ended' as const) : ('open' as const);
    return new Pages<MyOpinion>((page) => this.api.opinions({ ...page, state }), ({ opinion }) => opinion.id);
  });

  readonly state = (): 'loading' | 'ready' | 'failed' => (this.tasks().state() === 'failed' || this.opinions().state() === 'failed' ? 'failed' : this.tasks().state() === 'ready' && this.opinions().state() === 'ready' ? 'ready' : 'loading');
  readonly problem = () => this.tasks().problem() ?? this.opinions().problem();
  readonly empty = (): boolean => this.tasks().empty() && this.opinions().empty();

  constructor() {
    effect(() => {
      this.tasks();
      this.opinions();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    await Promise.all([this.tasks().load(), this.opinions().load()]);
  }

  protected due = (dueOn: string | undefined, left: number | undefined) => (dueOn ? dueWords(this.words, dueOn, left) : undefined);

  /** Those who have it, when I am not among them: I replace one of them. */
  protected othersWith({ task }: MyTask): string {
    const me = this.session.person()?.id;
    return task.assignees.some(({ id }) => id === me) ? '' : task.assignees.map(({ displayName }) => displayName).join(', ');
  }

  protected askedOf({ opinion }: MyOpinion): string {
    return opinion.person?.id === this.session.person()?.id ? '' : (opinion.person?.displayName ?? opinion.serviceLabel ?? '');
  }

  protected async done(line: MyTask): Promise<void> {
    this.said.set('');
    try {
      this.actions.follow('addTask', await firstValueFrom(this.api.changeTask(line.mail.id, line.task.id, { state: 'done' })));
      this.tasks().remove(line.task.id);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected async give(line: MyOpinion): Promise<void> {
    const after = await this.dialogs.give(line.mail.id, line.opinion, line.question);
    if (!after) return;
    this.actions.follow('askOpinion', after);
    this.opinions().remove(line.opinion.id);
  }
}
