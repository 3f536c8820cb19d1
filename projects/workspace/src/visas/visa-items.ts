import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { AdfDocument } from '../reading/adf-document.js';
import { Words } from '../words/words.js';
import { VisasApi, type BordereauLine, type Visa, type VisaItem } from './visas-api.js';
import { volume } from './volume.js';

/** What a line stands for, item by item, and the document of the one that is open. Opening is asked for, never done by itself: each is written down. */
@Component({
  selector: 'bn-visa-items',
  imports: [AdfDocument, MatButton, TranslatePipe, Wait],
  templateUrl: './visa-items.html',
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    h2 { flex: none; margin: 0; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); font-size: 14px; line-height: 20px; font-weight: 500; }
    .list { flex: 0 1 auto; max-height: 40%; overflow: auto; min-height: 84px; }
    .list.alone { flex: 1; max-height: none; }
    .bn-table td, .bn-table th { padding: 5px 12px; }
    .bn-table td { overflow-wrap: normal; }
    .short { white-space: nowrap; }
    .do button { display: block; height: auto; }
    .open { display: flex; flex: 1; flex-direction: column; min-height: 0; border-top: 1px solid var(--bn-line); }
    .name { display: flex; flex: none; flex-wrap: wrap; gap: 8px; align-items: center; padding: 4px 12px; border-bottom: 1px solid var(--bn-line); }
    .name .room { flex: 1; }
    .page { display: flex; flex: 1; min-height: 0; }
    .chosen { background: var(--mat-sys-secondary-container); }
    bn-wait { display: contents; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisaItems implements Awaited {
  private readonly api = inject(VisasApi);
  protected readonly words = inject(Words);
  readonly visa = input.required<Visa>();
  readonly line = input.required<BordereauLine>();
  protected readonly items = signal<readonly VisaItem[]>([]);
  protected readonly next = signal<number | undefined>(undefined);
  protected readonly opened = signal<{ readonly item: VisaItem; readonly node: string; readonly name: string } | undefined>(undefined);
  protected readonly file = signal<Blob | undefined>(undefined);
  protected readonly said = signal('');
  private readonly number = computed(() => this.line().line);
  private readonly now = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly state = this.now.asReadonly();
  readonly problem = this.wrong.asReadonly();
  readonly empty = (): boolean => this.items().length === 0;

  constructor() {
    effect(() => {
      this.number();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.now.set('loading');
    this.close();
    await this.read(0);
  }

  protected async read(after: number): Promise<void> {
    const line = this.number();
    try {
      const { items, next } = await firstValueFrom(this.api.items(this.visa().id, line, after));
      if (line !== this.number()) return;
      this.items.update((before) => (after ? [...before, ...items] : items));
      this.next.set(next);
      this.now.set('ready');
    } catch (error) {
      this.wrong.set(toProblem(error));
      this.now.set('failed');
    }
  }

  /** What people read best of it first: the searchable copy. */
  protected documentsOf({ documents }: VisaItem): VisaItem['documents'] {
    return [...documents].sort((a, b) => Number(b.part === 'searchable') - Number(a.part === 'searchable'));
  }

  protected async open(item: VisaItem, document: VisaItem['documents'][number]): Promise<void> {
    const shown = { item, node: document.node, name: document.name };
    this.opened.set(shown);
    this.file.set(undefined);
    this.said.set('');
    try {
      const blob = await firstValueFrom(this.api.document(this.visa().id, item.position, document.node));
      if (this.opened() === shown) this.file.set(blob);
    } catch (error) {
      if (this.opened() === shown) this.said.set(this.words.problem(error));
    }
  }

  protected close(): void {
    this.opened.set(undefined);
    this.file.set(undefined);
    this.said.set('');
  }

  protected size = (bytes: number): string => volume(bytes, this.words.lang());
}
