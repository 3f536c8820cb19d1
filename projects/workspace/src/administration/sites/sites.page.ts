import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { SiteSetting } from '@bannette/domain';
import { Wait } from '../../layout/wait.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { AdministrationNav } from '../administration-nav.js';
import type { SettingKind } from '../column.js';
import { PublishBar, SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { dayName, hoursOn, hoursText, weekdays, withHours } from './hours.js';

type Sites = readonly SiteSetting[];
const none: Sites = [];

/** Sites: where services are and mail comes in, their hours, and who handles what comes in there. */
@Component({
  selector: 'bn-sites-page',
  imports: [AdministrationNav, MatButton, MatCheckbox, MatIcon, PublishBar, SettingVersions, TranslatePipe, Wait],
  templateUrl: './sites.page.html',
  styleUrl: './sites.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SitesPage {
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly weekdays = weekdays;
  protected readonly hoursOn = hoursOn;

  protected readonly draft = new SettingDraft<Sites>(signal<SettingKind>('sites'), (all) => all?.sites ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  /** Place of the one that is looked at, among the sites. */
  protected readonly chosen = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly site = computed(() => this.draft.data()[this.chosen()]);
  protected readonly known = computed(() => this.draft.published().some(({ code }) => code === this.site()?.code));

  protected servicesAt(code: string): readonly { readonly label: string }[] {
    return (this.settings.all()?.services ?? []).filter(({ site }) => site === code);
  }

  protected readonly hoursText = (site: SiteSetting): string => hoursText(site.hours, this.words.lang()) || this.words.text('SITE.NO_HOURS');
  protected readonly dayName = (day: number): string => dayName(day, this.words.lang());

  protected add(): void {
    this.draft.data.update((sites) => [...sites, { code: '', label: '', address: [], hours: [], mailRoom: false, centralReads: false }]);
    this.chosen.set(this.draft.data().length - 1);
  }

  protected remove(): void {
    const at = this.chosen();
    this.draft.data.update((sites) => sites.filter((_, index) => index !== at));
  }

  protected change(change: Partial<SiteSetting>): void {
    const at = this.chosen();
    this.draft.data.update((sites) => sites.map((site, index) => (index === at ? { ...site, ...change } : site)));
  }

  protected setPhone(phone: string): void {
    const at = this.chosen();
    const said = phone.trim();
    this.draft.data.update((sites) => sites.map((site, index) => {
      if (index !== at) return site;
      const { phone: _, ...others } = site;
      return said ? { ...others, phone: said } : others;
    }));
  }

  protected setAddress(text: string): void {
    this.change({ address: text.split('\n').map((line) => line.trim()).filter(Boolean) });
  }

  protected setHours(site: SiteSetting, day: number, index: number, opens: string, closes: string): void {
    this.change({ hours: withHours(site.hours, day, index, { opens, closes }) });
  }

  /** What a day shows: its hours, and an empty line for one more. */
  protected lines(site: SiteSetting, day: number): { readonly opens: string; readonly closes: string }[] {
    const own = hoursOn(site.hours, day);
    return own.length < 2 ? [...own, { opens: '', closes: '' }] : own;
  }
}
