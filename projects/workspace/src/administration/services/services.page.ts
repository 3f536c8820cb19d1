import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, resource, signal } from '@angular/core';
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
import { SessionStore } from '../../session/session.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import type { SettingKind } from '../column.js';
import { SettingVersions } from '../publish-bar.js';
import { SettingDraft } from '../setting-draft.js';
import { SettingFrame } from '../setting-frame.js';
import { hoursText } from '../sites/hours.js';
import { RulesApi } from '../rules/rules-api.js';
import { branches, changed, movedInTree, placedUnder, possibleParents, withParts, type TreeMove } from './tree.js';

type Services = readonly ServiceSetting[];
type Kind = ServiceSetting['kind'];
const none: Services = [];

/** Services as the tree that they are: added, moved, given their site and mailboxes, and retired. */
@Component({
  selector: 'bn-services-page',
  imports: [MatButton, MatCheckbox, MatIcon, MatSelectModule, PlacePipe, RouterLink, SettingFrame, SettingVersions, TranslatePipe],
  templateUrl: './services.page.html',
  styleUrls: ['../sites/sites.page.scss', './services.page.scss'],
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServicesPage {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);
  private readonly rules = inject(RulesApi);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
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

  /** Open and late mail of each service, its own. */
  private readonly loads = resource({ params: () => (this.editable() ? {} : undefined), loader: () => firstValueFrom(this.rules.loads()).then(({ items }) => items, () => []) });
  private readonly open = computed(() => new Map((this.loads.value() ?? []).map(({ service, open }) => [service, open])));
  private readonly late = computed(() => new Map((this.loads.value() ?? []).map(({ service, late }) => [service, late])));
  /** The one that another is held over. */
  protected readonly over = signal('');
  private grabbed = '';

  /** What is open there, with its parts. */
  protected loadText({ code }: ServiceSetting): string {
    const services = this.draft.data();
    const [open, late] = [withParts(services, this.open(), code), withParts(services, this.late(), code)];
    return open ? this.words.count('TRAY.OPEN', open) + (late ? this.words.text('SERVICE.LATE', { count: late }) : '') : '';
  }

  protected hoursOf({ site }: ServiceSetting): string {
    const found = this.sites().find(({ code }) => code === site);
    return found ? hoursText(found.hours, this.words.lang()) : '';
  }

  protected press(event: KeyboardEvent, service: ServiceSetting): void {
    const ways: { readonly [key: string]: TreeMove } = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'deeper', ArrowLeft: 'higher' };
    const by = ways[event.key];
    if (!by || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (this.editable()) this.place(movedInTree(this.draft.data(), service.code, by), service.code);
    } else if (by === 'up' || by === 'down') {
      const lines = this.tree();
      const next = lines[lines.findIndex((branch) => branch.service === service) + (by === 'up' ? -1 : 1)]?.service;
      if (next) {
        this.choose(next);
        this.focusOn(next.code);
      }
    } else return;
    event.preventDefault();
  }

  protected grab(event: DragEvent, { code }: ServiceSetting): void {
    this.grabbed = code;
    event.dataTransfer?.setData('text/plain', code);
  }

  protected hover(event: DragEvent, { code }: ServiceSetting): void {
    if (!this.grabbed || !placedUnder(this.draft.data(), this.grabbed, code)) return;
    event.preventDefault();
    this.over.set(code);
  }

  protected dropOn(event: DragEvent, { code }: ServiceSetting): void {
    event.preventDefault();
    this.over.set('');
    this.place(placedUnder(this.draft.data(), this.grabbed, code), this.grabbed);
    this.grabbed = '';
  }

  private place(services: Services | undefined, code: string): void {
    if (!services) return;
    this.draft.data.set(services);
    this.at.set(services.findIndex((each) => each.code === code));
    this.focusOn(code);
  }

  private focusOn(code: string): void {
    setTimeout(() => this.element.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus());
  }

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
