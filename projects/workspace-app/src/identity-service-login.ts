import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { AuthenticationService, RedirectAuthService } from '@alfresco/adf-core';
import { mayLeave } from './departures.js';

/**
 * Leaves for the identity service at once, and says so when that is no use: after a log-out (its session might sign the
 * person in again unasked), when it can't be reached, and when coming back signed in has failed several times.
 */
@Component({
  selector: 'bn-identity-service-login',
  imports: [MatButton, MatProgressBar, TranslatePipe],
  template: `
    <section role="status">
      <img src="./favicon.svg" alt="" width="44" height="44" />
      <h1>Bannette</h1>
      <p>{{ 'LOGIN_PAGE.' + state() | translate }}</p>
      @if (state() === 'LEAVING') {
        <mat-progress-bar mode="indeterminate" />
      } @else {
        <button matButton="filled" (click)="leave()">{{ 'LOGIN_PAGE.SIGN_IN' | translate }}</button>
      }
    </section>
  `,
  styles: `
    :host { display: flex; height: 100%; background: var(--mat-sys-surface-container-low); }
    section { margin: auto; width: 420px; max-width: 92vw; box-sizing: border-box; padding: 32px 40px; text-align: center; border: 1px solid var(--mat-sys-outline-variant); border-radius: 12px; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); }
    h1 { margin: 8px 0 0; font: 500 26px/32px Roboto, sans-serif; }
    p { margin: 8px 0 20px; font: 400 14px/20px Roboto, sans-serif; color: var(--mat-sys-on-surface-variant); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdentityServiceLogin {
  private readonly authentication = inject(AuthenticationService);
  private readonly service = inject(RedirectAuthService);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  protected readonly state = signal<'LEAVING' | 'SIGNED_OUT' | 'UNREACHABLE' | 'IN_VAIN'>('LEAVING');

  constructor() {
    this.route.queryParamMap.pipe(takeUntilDestroyed()).subscribe(() => void this.enter());
  }

  private async enter(): Promise<void> {
    if (this.authentication.isLoggedIn()) await this.router.navigateByUrl(this.wayBack);
    else if (this.route.snapshot.queryParamMap.has('out')) this.state.set('SIGNED_OUT');
    else if (!mayLeave(sessionStorage, Date.now())) this.state.set('IN_VAIN');
    else await this.leave();
  }

  protected async leave(): Promise<void> {
    this.state.set('LEAVING');
    try {
      await this.service.ensureDiscoveryDocument();
      this.service.login(this.wayBack);
    } catch {
      this.state.set('UNREACHABLE');
    }
  }

  /** The page that was asked for; only ever one of ours. */
  private get wayBack(): string {
    const asked = this.route.snapshot.queryParamMap.get('redirectUrl') ?? '/';
    return /^\/(?![/\\])/.test(asked) ? asked : '/';
  }
}
