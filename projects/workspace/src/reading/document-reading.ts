import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { DocumentReading as Reading, PageReading } from '../api/types.js';
import { Words } from '../words/words.js';

/** How often a document that is being read again is looked at, in milliseconds. */
const lookAgain = 3000;

/** How a document was read: its archive copy, the pages that read badly and why, and reading it again. */
@Component({
  selector: 'bn-document-reading',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, TranslatePipe],
  templateUrl: './document-reading.html',
  styleUrl: './document-reading.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentReading {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  readonly mailId = input.required<string>();
  readonly documentId = input.required<string>();
  /** It was read again. */
  readonly reread = output<void>();

  protected readonly reading = signal<Reading | undefined>(undefined);
  protected readonly open = signal(false);
  protected readonly waiting = computed(() => this.reading()?.reread?.state === 'waiting');
  protected readonly failed = computed(() => this.reading()?.reread?.state === 'failed');
  protected readonly doubtful = computed(() => (this.reading()?.pages ?? []).filter(({ doubts }) => doubts.length));
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      this.mailId();
      this.documentId();
      untracked(() => {
        this.reading.set(undefined);
        this.open.set(false);
        void this.look();
      });
    });
  }

  protected readonly archive = computed(() => {
    const archive = this.reading()?.archive;
    if (!archive) return undefined;
    const what = this.words.text(archive.form === 'kept' ? 'PAGE_READING.ARCHIVE_KEPT' : 'PAGE_READING.ARCHIVE_MADE');
    return archive.drawn.length ? `${what}. ${this.words.count('PAGE_READING.DRAWN', archive.drawn.length, { pages: archive.drawn.join(', ') })}` : what;
  });

  protected why({ doubts }: PageReading): string {
    return doubts.map((doubt) => this.words.text(`PAGE_READING.DOUBT.${doubt}`)).join(', ');
  }

  protected language(code: string): string {
    const key = `PAGE_READING.LANGUAGE.${code}`;
    return this.words.has(key) ? this.words.text(key) : code;
  }

  protected async again(how: { readonly language?: string; readonly uneven?: boolean }): Promise<void> {
    const { mailId, documentId } = this.shown();
    try {
      this.take(mailId, documentId, await firstValueFrom(this.api.reread(mailId, documentId, how)));
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }

  private shown(): { mailId: string; documentId: string } {
    return { mailId: this.mailId(), documentId: this.documentId() };
  }

  /** What can't be told now is left out: the document is there to be seen. */
  private async look(): Promise<void> {
    clearTimeout(this.timer);
    const { mailId, documentId } = this.shown();
    const reading = await firstValueFrom(this.api.documentReading(mailId, documentId)).catch(() => undefined);
    if (reading) this.take(mailId, documentId, reading);
  }

  private take(mailId: string, documentId: string, reading: Reading): void {
    if (mailId !== this.mailId() || documentId !== this.documentId()) return;
    const wasWaiting = this.waiting();
    this.reading.set(reading);
    if (this.waiting()) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.look(), lookAgain);
    } else if (wasWaiting && !this.failed()) this.reread.emit();
  }
}
