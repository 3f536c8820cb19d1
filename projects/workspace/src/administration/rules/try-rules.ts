import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { RuleSetting } from '@bannette/domain';
import { toProblem, type Problem } from '../../api/problem.js';
import { PlacePipe } from '../../host.js';
import { SettingsStore } from '../../session/settings.js';
import { criterionWords } from '../../words/criterion.js';
import { Words } from '../../words/words.js';
import { RulesApi, type TriedRule, type TriedRules } from './rules-api.js';
import { fieldWords } from './summary.js';

/** The rules as they are here, asked of one past mail: which decides, and what fails in the others. */
@Component({
  selector: 'bn-try-rules',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <form (submit)="try(q.value.trim()); $event.preventDefault()">
      <label>{{ 'RULES.TRY' | translate }} <input #q maxlength="100" required [placeholder]="'RULES.TRY_HINT' | translate" /></label>
      <button matButton="outlined" type="submit" [disabled]="busy()">{{ 'RULES.TRY_DO' | translate }}</button>
    </form>
    @if (refused(); as problem) { <p class="bn-late" role="alert">{{ words.problem(problem) }}</p> }
    @if (found(); as it) {
      <div aria-live="polite">
        <p>
          <a [routerLink]="['/mails' | place, it.mail.id]">{{ it.mail.chrono ?? it.mail.subject }}</a> {{ it.mail.subject }} → <strong>{{ it.tray ? settings.label(it.service) + ' – ' + settings.label(it.tray, 'tray') : ('FACT.UNROUTED' | translate) }}</strong>
          <span class="why">{{ words.because(it.because) }}</span>
          @if (it.distributed; as then) { <span class="why">{{ 'RULES.IN_ITS_TIME' | translate: { day: words.brief(then.at), tray: then.tray ? settings.label(then.tray, 'tray') : ('FACT.UNROUTED' | translate) } }}</span> }
        </p>
        <ol>
          @for (rule of shown(); track rule.rule) {
            <li [class.decides]="rule.decides" [class.off]="!rule.inForce">
              <button type="button" (click)="chosen.emit(rule.rule)">{{ rule.place }}. {{ rule.label }}</button>
              @if (rule.decides) { <span class="tag">{{ 'RULES.DECIDES' | translate }}</span> } @else if (!rule.inForce) { <span class="tag">{{ 'RULES.OFF' | translate }}</span> }
              @for (line of linesOf(rule); track $index) {
                <span class="line" [class.held]="line.holds"><mat-icon [attr.aria-label]="(line.holds ? 'RULES.HELD' : 'RULES.NOT_HELD') | translate">{{ line.holds ? 'check' : 'close' }}</mat-icon>{{ line.text }}</span>
              }
            </li>
          }
        </ol>
        @if (it.tried.length > shown().length) { <button matButton type="button" (click)="all.set(true)">{{ 'RULES.TRY_ALL' | translate: { count: it.tried.length } }}</button> }
      </div>
    }
  `,
  styles: `
    :host { display: block; }
    form { display: flex; gap: 10px; align-items: end; }
    label { flex: 1; display: flex; flex-direction: column; gap: 3px; color: var(--bn-muted); font-size: 12px; min-width: 0; }
    input { box-sizing: border-box; min-height: 34px; width: 100%; padding: 5px 10px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); font: 14px Roboto, sans-serif; }
    .why { display: block; color: var(--bn-muted); font-size: 12px; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { padding: 5px 8px; border-bottom: 1px solid var(--bn-line); }
    li.decides { background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); }
    li.off { color: var(--bn-muted); }
    li button { padding: 0; border: 0; background: none; color: inherit; font: inherit; font-weight: 500; cursor: pointer; text-align: left; }
    .tag { margin-left: 8px; padding: 0 8px; border: 1px solid currentColor; border-radius: 8px; font-size: 12px; }
    .line { display: flex; gap: 6px; align-items: center; font-size: 13px; color: var(--bn-late); }
    .decides .line { color: inherit; }
    .line.held { color: inherit; }
    mat-icon { flex: none; width: 16px; height: 16px; font-size: 16px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryRules {
  private readonly api = inject(RulesApi);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  readonly rules = input.required<readonly RuleSetting[]>();
  readonly chosen = output<string>();

  protected readonly busy = signal(false);
  protected readonly all = signal(false);
  protected readonly found = signal<TriedRules | undefined>(undefined);
  protected readonly refused = signal<Problem | undefined>(undefined);
  /** As far as the one that decides, of those before it what holds in part. */
  protected readonly shown = computed(() => {
    const tried = this.found()?.tried ?? [];
    if (this.all()) return tried;
    return tried.filter((rule) => rule.decides || (rule.inForce && rule.criteria.some(({ holds }) => holds))).slice(0, 12);
  });

  protected linesOf({ criteria, groups }: TriedRule): { readonly holds: boolean; readonly text: string }[] {
    const { criteria: wording } = this.words;
    const said = (one: TriedRule['criteria'][number]): string => criterionWords({ kind: one.kind, value: one.kind === 'field' ? fieldWords(one.wanted, wording) : one.wanted, ...(one.field ? { field: one.field } : {}) }, wording);
    return [
      ...criteria.map((one) => ({ holds: one.holds, text: said(one) })),
      ...groups.map(({ how, holds, of }) => ({ holds, text: `${this.words.text(`RULES.GROUP_HOW.${how}`)}${this.words.text('GENERAL.COLON')}${of.map((set) => set.map(said).join(', ')).join(` ${this.words.text('RULES.OR')} `)}` })),
    ];
  }

  protected async try(mail: string): Promise<void> {
    if (!mail || this.busy()) return;
    this.busy.set(true);
    this.refused.set(undefined);
    this.all.set(false);
    try {
      this.found.set(await firstValueFrom(this.api.try(this.rules(), mail)));
    } catch (error) {
      this.found.set(undefined);
      this.refused.set(toProblem(error));
    }
    this.busy.set(false);
  }
}
