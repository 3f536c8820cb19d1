import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { SiteSetting } from '@bannette/domain';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { DraftRows } from '../draft-rows.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { dayName, hoursOn, hoursText, weekdays, withHours } from './hours.js';

type Sites = readonly SiteSetting[];
const none: Sites = [];

/** Sites: where services are and mail comes in, their hours, and who handles what comes in there. */
@Component({
  selector: 'bn-sites-page',
  imports: [MatButton, MatCheckbox, MatIcon, SettingFrame, SettingVersions, TranslatePipe],
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
  protected readonly rows = new DraftRows(this.draft);
  protected readonly site = this.rows.one;

  protected servicesAt(code: string): readonly { readonly label: string }[] {
    return (this.settings.all()?.services ?? []).filter(({ site }) => site === code);
  }

  protected readonly hoursText = (site: SiteSetting): string => hoursText(site.hours, this.words.lang()) || this.words.text('SITE.NO_HOURS');
  protected readonly dayName = (day: number): string => dayName(day, this.words.lang());

  protected add(): void {
    this.rows.add({ code: '', label: '', address: [], hours: [], mailRoom: false, centralReads: false });
  }

  protected change(change: Partial<SiteSetting>): void {
    this.rows.change((site) => ({ ...site, ...change }));
  }

  protected setPhone(phone: string): void {
    const said = phone.trim();
    this.rows.change(({ phone: _, ...others }) => (said ? { ...others, phone: said } : others));
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
