import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Mail } from '../api/types.js';
import type { Awaited } from '../list/pages.js';

const mirrorPoll = 4000;

/** The mail that is open. While Alfresco has not confirmed what is shown, it is asked again now and then. */
@Injectable()
export class MailSource implements Awaited {
  private readonly api = inject(Api);
  private readonly now = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly wrong = signal<Problem | undefined>(undefined);
  private readonly current = signal<Mail | undefined>(undefined);
  private id = '';
  private timer?: ReturnType<typeof setTimeout>;

  readonly mail = this.current.asReadonly();
  readonly state = this.now.asReadonly();
  readonly problem = this.wrong.asReadonly();
  readonly empty = (): boolean => false;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async open(id: string): Promise<void> {
    this.id = id;
    await this.load();
  }

  async load(): Promise<void> {
    this.now.set('loading');
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const { id } = this;
    clearTimeout(this.timer);
    try {
      const mail = await firstValueFrom(this.api.mail(id));
      if (id === this.id) this.show(mail);
    } catch (error) {
      if (id === this.id) this.fail(toProblem(error));
    }
  }

  show(mail: Mail): void {
    clearTimeout(this.timer);
    this.current.set(mail);
    this.now.set('ready');
    if (mail.mirror === 'pending') this.again();
  }

  /** A server out of reach doesn't take away what is being read; a right that is gone does. */
  private fail(problem: Problem): void {
    if (this.current()?.id === this.id && (problem.status === 0 || problem.status >= 500)) return this.again();
    this.current.set(undefined);
    this.wrong.set(problem);
    this.now.set('failed');
  }

  private again(): void {
    this.timer = setTimeout(() => void this.refresh(), mirrorPoll);
  }
}
