import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { addDays, ruleSetting, type RuleSetting } from '@bannette/domain';
import { toProblem, type Problem } from '../../api/problem.js';
import { injectPlace, PlacePipe } from '../../host.js';
import { Wait } from '../../layout/wait.js';
import { Pages } from '../../list/pages.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { AdministrationNav } from '../administration-nav.js';
import { RuleDrafts, RulesApi, type Simulation } from './rules-api.js';

/** Rules run on past mail: which rules, which mail, and the runs so far. */
@Component({
  selector: 'bn-simulations-page',
  imports: [AdministrationNav, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './simulations.page.html',
  styleUrl: './simulation.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimulationsPage {
  private readonly api = inject(RulesApi);
  private readonly drafts = inject(RuleDrafts);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly runs = new Pages<Simulation>(({ after }) => this.api.simulations(after), ({ id }) => id);
  protected readonly until = signal(this.session.today());
  protected readonly from = signal(addDays(this.session.today(), -90));
  protected readonly sample = signal('');
  protected readonly compared = signal<'published' | 'past'>('published');
  protected readonly busy = signal(false);
  protected readonly refused = signal<Problem | undefined>(undefined);
  protected readonly draft = computed(() => this.drafts.rules());
  /** How many rules differ from those in force, by their place or what they say. */
  protected readonly differing = computed(() => {
    const published = (this.settings.all()?.rules ?? []).map((rule) => JSON.stringify(ruleSetting.parse(rule)));
    return (this.draft() ?? []).filter((rule, index) => JSON.stringify(rule) !== published[index]).length || ((this.draft()?.length ?? published.length) !== published.length ? 1 : 0);
  });

  constructor() {
    void this.settings.load();
    void this.runs.load();
  }

  protected async start(): Promise<void> {
    const rules = this.draft() ?? (this.settings.all()?.rules as readonly RuleSetting[] | undefined);
    if (!rules || this.busy()) return;
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      const { id } = await firstValueFrom(this.api.simulate({ rules, from: this.from(), until: this.until(), compared: this.compared(), ...(this.sample() ? { sample: Number(this.sample()) } : {}) }));
      void this.router.navigateByUrl(this.place(`/administration/rules/simulations/${id}`));
    } catch (error) {
      this.refused.set(toProblem(error));
    }
    this.busy.set(false);
  }
}
