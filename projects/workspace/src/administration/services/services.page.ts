import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { ServiceSetting } from '@bannette/domain';
import { PlacePipe } from '../../host.js';
import { ourDialog } from '../../layout/dialogs.js';
import { Wait } from '../../layout/wait.js';
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { AdministrationNav } from '../administration-nav.js';
import type { SettingKind } from '../column.js';
import { PublishBar, SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { branches, changed, possibleParents } from './tree.js';

type Services = readonly ServiceSetting[];
type Kind = ServiceSetting['kind'];
const none: Services = [];

/** Services as the tree that they are: added, moved, given their site and mailboxes, and retired. */
@Component({
  selector: 'bn-services-page',
  imports: [AdministrationNav, MatButton, MatCheckbox, MatIcon, MatSelectModule, PlacePipe, PublishBar, RouterLink, SettingVersions, TranslatePipe, Wait],
  templateUrl: './services.page.html',
  styleUrls: ['../sites/sites.page.scss', './services.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServicesPage {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly kinds: readonly Kind[] = ['direction', 'delegation', 'service'];

  protected readonly draft = new SettingDraft<Services>(signal<SettingKind>('services'), (all) => all?.services ?? none);
  protected readonly editable = computed(() => this.session.has('administration'));
  protected readonly tree = computed(() => branches(this.draft.data()));
  /** Place of the one that is looked at, among the services. */
  private readonly at = linkedSignal<number, number>({ source: () => this.draft.data().length, computation: (count, before) => Math.min(before?.value ?? 0, Math.max(0, count - 1)) });
  protected readonly service = computed<ServiceSetting | undefined>(() => this.draft.data()[this.at()]);
  protected readonly known = computed(() => this.draft.published().some(({ code }) => code === this.service()?.code));
  protected readonly parents = computed(() => possibleParents(this.draft.data(), this.service()?.code ?? ''));
  protected readonly trays = computed(() => (this.settings.all()?.trays ?? []).filter(({ service }) => service === this.service()?.code));
  protected readonly sites = computed(() => this.settings.all()?.sites ?? []);
  /** Words about a place from before there were sites. */
  protected readonly oldSite = computed(() => {
    const site = this.service()?.site;
    return site && !this.sites().some(({ code }) => code === site) ? site : undefined;
  });

  protected siteLabel(code: string | undefined): string {
    return this.sites().find((site) => site.code === code)?.label ?? code ?? '';
  }

  protected choose(service: ServiceSetting): void {
    this.at.set(this.draft.data().indexOf(service));
  }

  /** A new service, part of the one that is looked at. */
  protected add(): void {
    const within = this.service();
    const blank: ServiceSetting = { code: '', label: '', kind: 'service', compartments: [], ...(within && !within.retired ? { parent: within.code } : {}), ...(within?.site ? { site: within.site } : {}) };
    this.draft.data.update((services) => [...services, blank]);
    this.at.set(this.draft.data().length - 1);
  }

  protected change(change: Parameters<typeof changed>[1]): void {
    const at = this.at();
    this.draft.data.update((services) => services.map((service, index) => (index === at ? changed(service, change) : service)));
  }

  protected remove(): void {
    const at = this.at();
    this.draft.data.update((services) => services.filter((_, index) => index !== at));
  }

  protected lines(text: string): string[] {
    return text.split(/[\n,;]/).map((line) => line.trim()).filter(Boolean);
  }

  protected async retire(service: ServiceSetting): Promise<void> {
    const { RetireDialog } = await import('./retire-dialog.js');
    const opened = this.dialog.open(RetireDialog, { ...ourDialog, data: service, width: '640px', maxWidth: '95vw', autoFocus: 'first-tabbable' });
    if (await firstValueFrom(opened.afterClosed())) await this.settings.read();
  }
}
