import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { compareTerms, thesaurusSchemes, thesaurusTerm, type ThesaurusScheme, type ThesaurusTerm } from '@bannette/domain';
import { AdministrationHead } from '../administration/administration-head.js';
import { AdministrationNav } from '../administration/administration-nav.js';
import { PublishBar, SettingVersions } from '../administration/publish-bar.js';
import { SettingDraft } from '../administration/setting-draft.js';
import { Api } from '../api/api.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import { moved } from '../list/keys.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { linesOf, movedBy, withChange, withLabelOfNew, withNew, withoutNew, type Terms } from './edit.js';
import { TermForm } from './term-form.js';

/** The thesaurus as trees that are changed by mouse or keyboard, compared with what is in force, and published as a whole. */
@Component({
  selector: 'bn-thesaurus-page',
  imports: [AdministrationHead, AdministrationNav, MatButton, MatIcon, PublishBar, SettingVersions, Split, TermForm, TranslatePipe, Wait],
  templateUrl: './thesaurus.page.html',
  styleUrl: './thesaurus.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThesaurusPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(Words);

  protected readonly draft = new SettingDraft<Terms>(signal('thesaurus' as const), (all) => (all?.thesaurus ?? []).map((term) => thesaurusTerm.parse(term)));
  protected readonly editable = (): boolean => this.session.has('administration');
  protected readonly schemes = [...thesaurusSchemes].reverse();
  protected readonly scheme = signal<ThesaurusScheme>('nature');
  protected readonly q = signal('');
  protected readonly lines = computed(() => linesOf(this.draft.data(), this.scheme(), this.q()));
  protected readonly chosen = linkedSignal<ThesaurusScheme, string>({ source: this.scheme, computation: () => '' });
  protected readonly term = computed(() => this.draft.data().find(({ code }) => code === this.chosen()));
  protected readonly changes = computed(() => compareTerms(this.draft.published(), this.draft.data()));
  private readonly use = resource({ params: () => (this.editable() ? {} : undefined), loader: () => firstValueFrom(this.api.termUse()).then(({ items }) => new Map(items.map(({ code, documents }) => [code, documents])), () => new Map<string, number>()) });
  protected readonly documents = computed(() => this.use.value()?.get(this.chosen()) ?? 0);
  protected readonly isNew = computed(() => !this.draft.published().some(({ code }) => code === this.chosen()));

  /** The one that the Tab key comes to. */
  protected readonly current = computed(() => (this.lines().some(({ term }) => term.code === this.chosen()) ? this.chosen() : this.lines()[0]?.term.code));

  protected labelOf(code: string | undefined): string {
    return (code && [...this.draft.data(), ...this.draft.published()].find((term) => term.code === code)?.label) || this.words.text('THESAURUS.TOP');
  }

  protected changeOf({ code, change, before, after }: ReturnType<typeof compareTerms>[number]): string {
    const label = (after ?? before)?.label ?? code;
    const [from, to] = change === 'moved' ? [this.labelOf(before?.broader), this.labelOf(after?.broader)] : [before?.label ?? '', after?.replacedBy ? this.labelOf(after.replacedBy) : label];
    return this.words.text(`THESAURUS.CHANGE.${change}${change === 'retired' && after?.replacedBy ? '_FOR' : ''}`, { label, from, to });
  }

  protected add(broader?: string): void {
    const made = withNew(this.draft.data(), this.scheme(), this.words.text('THESAURUS.NEW'), broader);
    this.q.set('');
    this.draft.data.set(made.terms);
    this.chosen.set(made.code);
    this.focus('[data-field="label"]');
  }

  protected change(term: ThesaurusTerm, change: Partial<ThesaurusTerm>): void {
    if (change.label !== undefined && this.isNew()) {
      const renamed = withLabelOfNew(this.draft.data(), term.code, change.label);
      this.draft.data.set(renamed.terms);
      this.chosen.set(renamed.code);
    } else this.draft.data.set(withChange(this.draft.data(), term.code, change));
  }

  /** Out of the list if it was never published; else no longer offered. */
  protected remove(term: ThesaurusTerm): void {
    const at = this.lines().findIndex((line) => line.term.code === term.code);
    if (!this.isNew()) this.change(term, { retired: !term.retired, ...(term.retired ? { replacedBy: undefined } : {}) });
    else {
      this.draft.data.set(withoutNew(this.draft.data(), term.code));
      this.chosen.set(this.lines()[Math.max(0, at - 1)]?.term.code ?? '');
    }
    this.focusTree();
  }

  protected choose(code: string): void {
    this.chosen.set(code);
  }

  protected press(event: KeyboardEvent, index: number): void {
    const line = this.lines()[index];
    if (!line) return;
    const to = event.altKey ? undefined : moved(event.key, index, this.lines().length, 10);
    if (to !== undefined) this.chosen.set(this.lines()[to]?.term.code ?? '');
    else if (!this.act(event, line.term)) return;
    event.preventDefault();
    if (to !== undefined) this.focusTree();
  }

  private act(event: KeyboardEvent, term: ThesaurusTerm): boolean {
    if (event.key === 'Enter' || event.key === ' ') this.chosen.set(term.code);
    if (!this.editable()) return event.key === ' ';
    if (event.key === 'F2' || event.key === 'Enter') this.focus('[data-field="label"]');
    else if (event.key === 'Insert') this.add(event.shiftKey ? term.broader : term.code);
    else if (event.key === 'Delete') this.remove(term);
    else if (event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) this.place(term, event.key === 'ArrowRight' ? 'deeper' : 'higher');
    else return event.key === ' ';
    return true;
  }

  private place(term: ThesaurusTerm, by: 'deeper' | 'higher'): void {
    const after = movedBy(this.draft.data(), term.code, by);
    if (after) this.draft.data.set(after);
    this.chosen.set(term.code);
    this.focusTree();
  }

  private focusTree(): void {
    this.focus('[role="treeitem"][tabindex="0"]');
  }

  private focus(what: string): void {
    setTimeout(() => {
      const found = this.element.querySelector<HTMLElement>(what);
      found?.focus();
      if (found instanceof HTMLInputElement) found.select();
    });
  }
}
