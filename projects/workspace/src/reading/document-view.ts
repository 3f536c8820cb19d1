import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { Problem, toProblem } from '../api/problem.js';
import type { Mail, MailDocument } from '../api/types.js';
import type { Awaited } from '../list/pages.js';
import { Wait } from '../layout/wait.js';
import { AdfDocument } from './adf-document.js';
import { DocumentReading } from './document-reading.js';
import { keep } from './keep.js';
import { MailSource } from './mail-source.js';
import { Words } from '../words/words.js';

/** Where a document is shown from: the repository once it has it and has confirmed the rights, else our own copy. */
export interface Shown {
  readonly document: MailDocument;
  readonly nodeId?: string;
}

export const shownFrom = (document: MailDocument, mirror: Mail['mirror']): Shown => ({ document, nodeId: mirror === 'applied' ? document.searchableNodeId : undefined });

/** The documents of a mail: one at a time, in ADF's viewer. */
@Component({
  selector: 'bn-document-view',
  imports: [AdfDocument, DocumentReading, MatButton, MatIcon, MatIconButton, TranslatePipe, Wait],
  templateUrl: './document-view.html',
  styleUrl: './document-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentView implements Awaited {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly source = inject(MailSource, { optional: true });
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly mail = input.required<Mail>();
  protected readonly documents = computed(() => this.mail().documentsList);
  /** Id of the document to begin with; else the first. */
  readonly open = input('');
  private readonly chosen = linkedSignal({ source: () => `${this.mail().id} ${this.open()}`, computation: () => this.open() });
  /** Kept while the same document stays open, so that what is being read is not drawn anew when Alfresco catches up. */
  protected readonly shown = linkedSignal<MailDocument | undefined, Shown | undefined>({
    source: () => this.documents().find(({ id }) => id === this.chosen()) ?? this.documents()[0],
    computation: (document, before) => (document && before?.value?.document.id === document.id ? before.value : document && shownFrom(document, untracked(this.mail).mirror)),
  });
  protected readonly file = signal<Blob | undefined>(undefined);

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.shown()?.nodeId || this.file() || !this.shown() ? 'ready' : 'loading'));
  readonly empty = (): boolean => !this.shown();

  constructor() {
    effect(() => {
      this.shown();
      untracked(() => void this.load());
    });
    effect(() => {
      const applied = this.mail().mirror === 'applied';
      untracked(() => {
        const shown = this.shown();
        if (applied && shown && this.wrong()?.code === 'storing') this.shown.set(shownFrom(shown.document, 'applied'));
      });
    });
  }

  async load(): Promise<void> {
    const shown = this.shown();
    this.file.set(undefined);
    this.wrong.set(undefined);
    if (!shown || shown.nodeId) return;
    try {
      const blob = await firstValueFrom(this.api.documentContent(this.mail().id, shown.document.id));
      if (shown === this.shown()) this.file.set(blob.type ? blob : new Blob([blob], { type: 'application/pdf' }));
    } catch (error) {
      if (shown === this.shown()) this.wrong.set(this.reasonOf(toProblem(error)));
    }
  }

  /** A refusal while Alfresco has not confirmed the rights is no refusal: it will come. */
  private reasonOf(problem: Problem): Problem {
    return this.mail().mirror === 'pending' && [403, 404].includes(problem.status) ? new Problem(problem.status, 'storing') : problem;
  }

  /** The copy has other text by now, and the mail may propose other values. */
  protected async readAgain(): Promise<void> {
    await Promise.all([this.source?.refresh(), this.load()]);
  }

  protected choose(document: MailDocument): void {
    this.chosen.set(document.id);
  }

  /** By name, and size where it is stated. */
  protected namesOf(attachments: NonNullable<MailDocument['attachments']>): string {
    return attachments.map(({ name, size }) => (size === undefined ? name : `${name} (${this.words.number(Math.ceil(size / 1024))} Kio)`)).join(', ');
  }

  /** The document as it was received, kept by the person. */
  protected async download(document: MailDocument): Promise<void> {
    const blob = await firstValueFrom(this.api.documentContent(this.mail().id, document.id, 'original')).catch(() => undefined);
    if (blob) keep(blob, document.name);
  }
}
