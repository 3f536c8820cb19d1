import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { AppConfigService, AuthenticationService, ContentAuth } from '@alfresco/adf-core';
import { dayIn, instantAt } from '@bannette/domain';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Room, Session } from '../api/types.js';
import { HOST } from '../host.js';

/** Who is signed in, and the way out. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly authentication = inject(AuthenticationService);
  private readonly contentAuth = inject(ContentAuth);
  private readonly config = inject(AppConfigService);
  private readonly host = inject(HOST);

  private readonly current = signal<Session | undefined>(undefined);
  readonly person = this.current.asReadonly();
  readonly problem = signal<Problem | undefined>(undefined);
  readonly unread = computed(() => this.current()?.unreadNotices ?? 0);
  readonly openAlerts = computed(() => this.current()?.openAlerts ?? 0);
  /** Known to the repository, but of no service and no room: nothing to show yet. */
  readonly homeless = computed(() => {
    const person = this.current();
    return !!person && person.rooms.length === 0 && person.services.length === 0;
  });

  /** Somebody from outside who is here for one thing only. */
  readonly guest = computed(() => {
    const person = this.current();
    return !!person && person.services.length === 0 && person.rooms.length === 1 && person.rooms[0] === 'visas';
  });

  /** Somebody of the house: they have trays, and are told live what changes. */
  readonly atHome = computed(() => !!this.current() && !this.guest());

  /** Asks anew who it is: whoever was here before may have left by a host's door. */
  async begin(): Promise<void> {
    this.current.set(undefined);
    await this.load();
  }

  async load(): Promise<void> {
    this.problem.set(undefined);
    try {
      this.current.set(await firstValueFrom(this.api.session()));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }

  has(room: Room): boolean {
    return this.current()?.rooms.includes(room) ?? false;
  }

  /** `HH:MM` on the authority's clocks. */
  timeOfDay(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.timeZone(), hour: '2-digit', minute: '2-digit' }).format(new Date());
  }

  /** What the authority's clocks show as this day and time, as an instant. */
  instant(day: string, time: string): string {
    return instantAt(this.timeZone(), day, time).toISOString();
  }

  private timeZone(): string {
    return this.current()?.authority.timeZone ?? 'Europe/Paris';
  }

  /** The day it is for the authority, wherever the browser stands. */
  today(): string {
    return dayIn(this.timeZone(), new Date());
  }

  /** Out for certain: when the repository refuses to end the ticket, or the identity service can't be reached, the browser forgets it all the same. */
  async logOut(): Promise<void> {
    await firstValueFrom(this.authentication.logout()).catch(() => undefined);
    await this.forget({ out: 1 });
  }

  /** The ticket no longer holds: sign in again, and come back to the same page. A host renews an identity service's tokens itself; if ours alone are refused, leaving would be a loop. */
  async expired(): Promise<void> {
    if (this.router.url.startsWith(this.login) || (this.host && this.authentication.isOauth())) return;
    this.authentication.reset();
    await this.forget({ redirectUrl: this.router.url });
  }

  private async forget(queryParams: { readonly [name: string]: string | number }): Promise<void> {
    this.contentAuth.invalidateSession();
    this.current.set(undefined);
    await this.router.navigate([this.login], { queryParams });
  }

  private get login(): string {
    return `/${this.config.get('loginRoute', 'login')}`;
  }
}
