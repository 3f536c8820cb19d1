import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { addDays, ruleSetting } from '@bannette/domain';
import { injectPlace, PlacePipe } from '../../host.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { valueWords } from '../../words/criterion.js';
import { Words } from '../../words/words.js';
import { AdministrationNav } from '../administration-nav.js';
import { Names } from './names.js';
import { RuleDrafts, RulesApi, type Correction, type RuleReturns } from './rules-api.js';

/** What each rule sent that came back as not mine, where that went instead, and the corrections that this speaks for. */
@Component({
  selector: 'bn-returns-page',
  imports: [AdministrationNav, MatButton, MatIcon, MatProgressBar, PlacePipe, RouterLink, TranslatePipe],
  templateUrl: './returns.page.html',
  styleUrls: ['./simulation.scss', './returns.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReturnsPage {
  private readonly api = inject(RulesApi);
  private readonly drafts = inject(RuleDrafts);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  private readonly names = inject(Names);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly days = signal(90);
  protected readonly periods = [30, 90, 180, 365] as const;
  protected readonly onlyReturned = signal(true);
  protected readonly mayCorrect = computed(() => this.session.has('administration'));
  protected readonly found = resource({ params: () => this.days(), loader: ({ params }) => firstValueFrom(this.api.returns(params)) });
  protected readonly items = computed(() => [...(this.found.value()?.items ?? [])].filter(({ returned }) => returned || !this.onlyReturned()).sort((a, b) => b.returned - a.returned || b.sent - a.sent));
  protected readonly chosen = signal('');
  protected readonly corrections = resource({ params: () => (this.chosen() && this.mayCorrect() ? { rule: this.chosen(), days: this.days() } : undefined), loader: ({ params }) => firstValueFrom(this.api.corrections(params.rule, params.days)) });

  constructor() {
    void this.settings.load();
  }

  /** The weeks of the period, those without a mail, too; at most the last 26. */
  protected weeksOf({ weeks }: RuleReturns): readonly { readonly from: string; readonly sent: number; readonly returned: number }[] {
    const last = mondayOf(this.session.today());
    const count = Math.min(26, Math.ceil(this.days() / 7));
    return Array.from({ length: count }, (_, index) => addDays(last, 7 * (index - count + 1))).map((from) => weeks.find((week) => week.from === from) ?? { from, sent: 0, returned: 0 });
  }

  protected weeksText(item: RuleReturns): string {
    return this.weeksOf(item).filter(({ returned }) => returned).map(({ from, sent, returned }) => this.words.text('RULES.RETURN.WEEK', { day: this.words.day(from), sent, returned })).join(' ; ');
  }

  protected percent = (share: number): string => `${Math.round(share * 100)} %`;

  protected choose(rule: string): void {
    this.chosen.set(this.chosen() === rule ? '' : rule);
  }

  protected factText({ fact }: Correction): string {
    if (!fact) return '';
    const value = fact.kind === 'sender' ? this.names.of('correspondents', fact.value) : fact.kind === 'affair' ? this.names.of('affairs', fact.value) : valueWords(fact.kind, fact.value, this.words.criteria);
    return this.words.text('RULES.IS', { what: this.words.text(`RULES.CRITERION.${fact.kind}`), value });
  }

  protected counts({ returned, kept, allReturned, allSent, lift }: Correction): string {
    return this.words.text('RULES.RETURN.COUNTS', { returned, kept, allReturned, allSent, lift: lift.toLocaleString(this.words.lang(), { maximumFractionDigits: 1 }) });
  }

  /** In the editor, as a draft to be looked at and run on the past. */
  protected open({ rules, rule }: Correction): void {
    this.drafts.rules.set(rules.map((each) => ruleSetting.parse(each)));
    this.drafts.chosen.set(rule);
    void this.router.navigateByUrl(this.place('/administration/rules'));
  }
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
