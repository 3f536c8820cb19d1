import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { AuthenticationService, LoginComponent, LoginHeaderDirective } from '@alfresco/adf-core';
import { IdentityServiceLogin } from './identity-service-login.js';

/** The way in, under our own name: ADF's login against the repository, or the identity service's. */
@Component({
  selector: 'bn-login',
  imports: [IdentityServiceLogin, LoginComponent, LoginHeaderDirective, TranslatePipe],
  template: `
    <main>
      @if (byIdentityService) {
        <bn-identity-service-login />
      } @else {
        <adf-login successRoute="/" copyrightText="" backgroundImageUrl="./background.svg" [showRememberMe]="false" [showLoginActions]="false">
          <adf-login-header>
            <ng-template>
              <div class="brand">
                <img src="./favicon.svg" alt="" width="44" height="44" />
                <h1>Bannette</h1>
                <p>{{ 'LOGIN_PAGE.SUBTITLE' | translate }}</p>
              </div>
            </ng-template>
          </adf-login-header>
        </adf-login>
      }
    </main>
  `,
  styles: `
    :host, main { display: block; height: 100%; }
    .brand { text-align: center; color: var(--mat-sys-on-surface); }
    h1 { margin: 8px 0 0; font: 500 26px/32px Roboto, sans-serif; }
    :host ::ng-deep .adf-login-content .adf-login-card-wide { padding: 12px 56px 24px; width: 420px; }
    :host ::ng-deep .adf-login-content .adf-login-card-header-text { padding-bottom: 0; }
    :host ::ng-deep .adf-login-content .adf-error-container { height: auto; min-height: 28px; }
    :host ::ng-deep .adf-login-content .adf-login-controls:has(div) .adf-login-container { margin-bottom: 4px; }
    p { margin: 4px 0 0; font: 400 14px/20px Roboto, sans-serif; color: var(--mat-sys-on-surface-variant); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Login {
  protected readonly byIdentityService = inject(AuthenticationService).isOauth();
}
