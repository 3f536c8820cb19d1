import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { MailActions } from '../actions/mail-actions.js';
import { toProblem } from '../api/problem.js';
import type { Mail, MailDocument } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { changeOf, describedOf, type Described } from './described.js';
import { DocumentSaid } from './document-said.js';
import { nameOf } from './names.js';

/** What a mail's documents are and for whom; changed in place by who treats it. */
@Component({
  selector: 'bn-mail-described',
  imports: [DocumentSaid, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  templateUrl: './mail-described.html',
  styles: `
    :host { display: block; }
    .document { margin: 0 0 6px; }
    .which { color: var(--bn-muted); font-size: 12px; }
    .missing { color: var(--bn-soon); }
    bn-document-said { grid-template-columns: minmax(0, 1fr); margin: 4px 0 10px; }
    mat-icon { width: 15px; height: 15px; font-size: 15px; vertical-align: -2px; }
    .do { display: flex; gap: 8px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailDescribed {
  private readonly actions = inject(MailActions);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly mail = input.required<Mail>();
  private readonly id = computed(() => this.mail().id);
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly said = signal<ReadonlyMap<string, Described>>(new Map());
  protected readonly nameOf = nameOf;
  protected readonly mayOpen = (): boolean => this.session.has('beneficiaries');
  protected readonly mayDescribe = computed(() => this.mail().actions.includes('describe') && this.mail().documentsList.length > 0);

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.editing.set(false));
    });
  }

  protected natureOf({ nature }: MailDocument): string {
    return nature ? (this.settings.all()?.thesaurus.find(({ code }) => code === nature)?.label ?? nature) : '';
  }

  protected saidOf = (document: MailDocument): Described => this.said().get(document.id) ?? describedOf(document);

  protected say(document: MailDocument, described: Described): void {
    this.said.update((said) => new Map(said).set(document.id, described));
  }

  protected edit(): void {
    this.said.set(new Map());
    this.problem.set('');
    this.editing.set(true);
    this.focus(0);
  }

  protected focus(index: number): void {
    setTimeout(() => (this.element.querySelector<HTMLElement>(`[data-field="fact-${index}-nature"]`) ?? this.element.querySelector<HTMLElement>('[data-save]'))?.focus());
  }

  protected leave(event: Event): void {
    event.stopPropagation();
    this.editing.set(false);
  }

  protected async save(): Promise<void> {
    const mail = this.mail();
    const documents = mail.documentsList.flatMap((document) => changeOf(document, this.saidOf(document)) ?? []);
    if (!documents.length) return this.editing.set(false);
    this.busy.set(true);
    try {
      await this.actions.send('describe', mail, { documents });
      this.editing.set(false);
    } catch (error) {
      this.problem.set(toProblem(error).code === 'stale' ? this.words.text('PROBLEM.stale') : this.words.problem(error));
    }
    this.busy.set(false);
  }
}
