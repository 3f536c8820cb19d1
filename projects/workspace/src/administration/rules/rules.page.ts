import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { isInForce, ruleConflicts, ruleSetting, fold, type RuleSetting, type Settings } from '@bannette/domain';
import { injectPlace, PlacePipe } from '../../host.js';
import { Split } from '../../layout/split.js';
import { moved } from '../../list/keys.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { idFor, movedTo, tidied, type Rules } from './edit.js';
import { RuleForm } from './rule-form.js';
import { ruleTable } from './rule-table.js';
import { RuleDrafts } from './rules-api.js';
import { summaryOf } from './summary.js';
import { TryRules } from './try-rules.js';

const none: Rules = [];

/** The rules of distribution in their order: changed, moved, checked against one another, tried on a mail, run on the past, published. */
@Component({
  selector: 'bn-rules-page',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, MatButton, MatIcon, PlacePipe, RouterLink, RuleForm, SettingFrame, SettingVersions, Split, TranslatePipe, TryRules],
  templateUrl: './rules.page.html',
  styleUrl: './rules.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulesPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly drafts = inject(RuleDrafts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly draft = new SettingDraft<Rules>(signal('rules' as const), (all) => (all ? all.rules.map((rule) => ruleSetting.parse(rule)) : none), { write: (_, rules) => rules.map(tidied) });
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly maySeeReturns = computed(() => this.editable() || this.session.has('mailRoom'));
  protected readonly table = ruleTable;
  protected readonly q = signal('');
  protected readonly onlyConflicts = signal(false);
  protected readonly chosen = signal('');
  protected readonly conflicts = computed(() => {
    const all = this.settings.all();
    const found = all ? ruleConflicts({ ...(all as unknown as Settings), rules: [...this.draft.data()] }, this.session.today()) : [];
    return new Map(this.draft.data().map(({ id }) => [id, found.filter(({ rule }) => rule === id)] as const).filter(([, own]) => own.length));
  });
  protected readonly lines = computed(() => {
    const q = fold(this.q());
    return this.draft.data().map((rule, index) => ({ rule, index, summary: summaryOf(rule, this.words.criteria), inForce: isInForce(rule, this.session.today()), conflicts: this.conflicts().get(rule.id) ?? [] }))
      .filter(({ rule, summary, conflicts }) => (!q || fold(`${rule.id} ${rule.label} ${summary} ${this.settings.label(rule.tray, 'tray')}`).includes(q)) && (!this.onlyConflicts() || conflicts.length));
  });
  protected readonly filtered = computed(() => !!this.q() || this.onlyConflicts());
  protected readonly rule = computed(() => this.draft.data().find(({ id }) => id === this.chosen()));
  protected readonly isNew = computed(() => !this.draft.published().some(({ id }) => id === this.chosen()));
  /** The one that the Tab key comes to. */
  protected readonly current = linkedSignal(() => (this.lines().some(({ rule }) => rule.id === this.chosen()) ? this.chosen() : (this.lines()[0]?.rule.id ?? '')));
  protected readonly tidied = computed(() => this.draft.data().map(tidied));

  constructor() {
    void this.draft.loaded.then(() => {
      const brought = this.drafts.rules();
      if (brought && this.editable()) this.draft.data.set(brought);
      this.chosen.set(this.drafts.chosen() || (this.draft.data()[0]?.id ?? ''));
      this.drafts.rules.set(undefined);
      this.drafts.chosen.set('');
    });
  }

  protected conflictText(conflict: { readonly code: string; readonly by?: string; readonly count?: number }): string {
    const by = this.draft.data().findIndex(({ id }) => id === conflict.by);
    return this.words.text(`RULES.CONFLICT.${conflict.code}`, { place: by + 1, label: this.draft.data()[by]?.label ?? '', count: conflict.count ?? 0 });
  }

  protected choose(id: string): void {
    this.chosen.set(id);
  }

  protected change(rule: RuleSetting): void {
    const at = this.draft.data().findIndex(({ id }) => id === this.chosen());
    const taken = this.draft.data().some(({ id }, index) => id === rule.id && index !== at);
    const kept = taken ? { ...rule, id: this.chosen() } : rule;
    this.draft.data.update((rules) => rules.map((each, index) => (index === at ? kept : each)));
    this.chosen.set(kept.id);
  }

  /** A new rule, or a copy of the chosen one, below the chosen one. */
  protected add(of?: RuleSetting): void {
    const rules = this.draft.data();
    const label = of ? this.words.text('RULES.COPY_OF', { label: of.label }).slice(0, 200) : this.words.text('RULES.NEW');
    const made: RuleSetting = { ...(of ?? { enabled: true, when: {}, tray: this.settings.all()?.trays[0]?.id ?? '' }), id: idFor(label, rules.map(({ id }) => id)), label };
    const at = rules.findIndex(({ id }) => id === this.chosen()) + 1;
    this.draft.data.set([...rules.slice(0, at), made, ...rules.slice(at)]);
    this.q.set('');
    this.onlyConflicts.set(false);
    this.chosen.set(made.id);
    this.focus('[data-field="label"]');
  }

  protected remove(rule: RuleSetting): void {
    const at = this.draft.data().indexOf(rule);
    this.draft.data.update((rules) => rules.filter((each) => each !== rule));
    this.chosen.set(this.draft.data()[Math.min(at, this.draft.data().length - 1)]?.id ?? '');
    this.focus('[role="option"][tabindex="0"]');
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (!this.filtered()) this.draft.data.update((rules) => movedTo(rules, previousIndex, currentIndex));
  }

  protected move(id: string, by: number): void {
    this.draft.data.update((rules) => {
      const at = rules.findIndex((rule) => rule.id === id);
      return movedTo(rules, at, Math.min(rules.length - 1, Math.max(0, at + by)));
    });
    this.chosen.set(id);
    this.focus('[role="option"][tabindex="0"]');
  }

  protected press(event: KeyboardEvent, index: number): void {
    const line = this.lines()[index];
    if (!line) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (this.editable() && !this.filtered()) this.move(line.rule.id, (event.key === 'ArrowUp' ? -1 : 1) * (event.shiftKey ? 10 : 1));
    } else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Enter' || event.key === 'F2') {
      this.chosen.set(line.rule.id);
      this.focus('[data-field="label"]');
    } else if (event.key === 'Insert' && this.editable()) this.add();
    else if (event.key === 'Delete' && this.editable()) this.remove(line.rule);
    else {
      const to = moved(event.key, index, this.lines().length, 10);
      if (to === undefined) return;
      this.chosen.set(this.lines()[to]?.rule.id ?? '');
      this.focus('[role="option"][tabindex="0"]');
    }
    event.preventDefault();
  }

  /** To the page where rules are run on the past, with what was changed here. */
  protected simulate(): void {
    this.drafts.rules.set(this.tidied());
    this.drafts.chosen.set(this.chosen());
    void this.router.navigateByUrl(this.place('/administration/rules/simulations'));
  }

  private focus(what: string): void {
    setTimeout(() => {
      const found = this.element.querySelector<HTMLElement>(what);
      found?.focus();
      found?.scrollIntoView({ block: 'nearest' });
    });
  }
}
