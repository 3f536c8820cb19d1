import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { noticeChoices, type NoticeChoice } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { NoticePreferences } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { NoticesStore } from './notices-store.js';

type Kind = NoticePreferences['kinds'][number];

/** How I want to be told of what: in the workspace, by e-mail at once, in a digest, or not at all where that may be. */
@Component({
  selector: 'bn-notice-preferences-page',
  imports: [FormsModule, MatButton, MatCheckbox, MatFormFieldModule, MatIcon, MatSelectModule, TranslatePipe, Wait],
  templateUrl: './preferences.page.html',
  styleUrl: './preferences.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticePreferencesPage implements Awaited {
  private readonly api = inject(Api);
  private readonly notices = inject(NoticesStore);
  protected readonly words = inject(Words);
  protected readonly values = signal<NoticePreferences | undefined>(undefined);
  protected readonly said = signal('');
  protected readonly wrong = signal('');
  protected readonly busy = signal(false);
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => hour);
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7];
  private readonly failed = signal<Problem | undefined>(undefined);
  readonly problem = this.failed.asReadonly();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.failed() ? 'failed' : this.values() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.failed.set(undefined);
    try {
      this.values.set(await firstValueFrom(this.api.noticePreferences()));
    } catch (error) {
      this.failed.set(toProblem(error));
    }
  }

  protected choicesFor({ required }: Kind): readonly NoticeChoice[] {
    return noticeChoices.filter((choice) => choice !== 'off' || !required);
  }

  protected choose({ kind }: Kind, choice: NoticeChoice): void {
    this.change({ kinds: this.values()?.kinds.map((one) => (one.kind === kind ? { ...one, choice } : one)) });
  }

  protected change(values: Partial<NoticePreferences>): void {
    this.said.set('');
    this.values.update((before) => before && { ...before, ...values });
  }

  protected any(choice: NoticeChoice): boolean {
    return this.values()?.kinds.some((kind) => kind.choice === choice) ?? false;
  }

  protected byMail(): boolean {
    return this.any('atOnce') || this.any('daily') || this.any('weekly');
  }

  protected async save(): Promise<void> {
    const values = this.values();
    if (!values || this.busy()) return;
    this.busy.set(true);
    this.wrong.set('');
    const { kinds, email: _, sends: __, ...when } = values;
    try {
      this.values.set(await firstValueFrom(this.api.changeNoticePreferences({ ...when, choices: Object.fromEntries(kinds.map(({ kind, choice }) => [kind, choice])) })));
      this.said.set(this.words.text('NOTICES.SAVED'));
      await this.notices.refresh();
    } catch (error) {
      this.wrong.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
