import { registerLocaleData } from '@angular/common';
import french from '@angular/common/locales/fr';
import { ChangeDetectionStrategy, Component, importProvidersFrom, inject, provideZoneChangeDetection } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import { MatIconRegistry } from '@angular/material/icon';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideAnimations } from '@angular/platform-browser/animations';
import { provideRouter, RouterOutlet, withHashLocation } from '@angular/router';
import { CONTENT_LAYOUT_ROUTES, ContentServiceExtensionModule } from '@alfresco/aca-content';
import { AppService, provideContentAppExtensions } from '@alfresco/aca-shared';
import { AuthGuard, LoginComponent, provideAppConfig, provideCoreAuth, provideI18N } from '@alfresco/adf-core';
import { provideShellRoutes, SHELL_APP_SERVICE, SHELL_AUTH_TOKEN } from '@alfresco/adf-core/shell';
import { provideBannette } from '@bannette/workspace-aca';

@Component({
  selector: 'host-sign-in',
  imports: [LoginComponent],
  template: '<adf-login successRoute="/personal-files" [showRememberMe]="false" [showLoginActions]="false" />',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class SignIn {}

/** Alfresco Content App's packages put together as its own application does, with the plug-in among them. It is no part of the product. */
@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />', changeDetection: ChangeDetectionStrategy.Default })
export class Host {
  constructor() {
    inject(AppService).init();
    inject(MatIconRegistry).setDefaultFontSetClass('material-icons-outlined');
  }
}

registerLocaleData(french);

bootstrapApplication(Host, {
  providers: [
    provideZoneChangeDetection(),
    provideCoreAuth({ useHash: true }),
    provideAppConfig(),
    importProvidersFrom(ContentServiceExtensionModule),
    provideI18N({ assets: [['app', 'assets']] }),
    provideContentAppExtensions(),
    provideRouter([{ path: 'login', component: SignIn }], withHashLocation()),
    provideBannette(),
    provideAnimations(),
    provideShellRoutes(CONTENT_LAYOUT_ROUTES),
    { provide: SHELL_APP_SERVICE, useClass: AppService },
    { provide: SHELL_AUTH_TOKEN, useValue: AuthGuard },
    { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: { appearance: 'outline', floatLabel: 'always', subscriptSizing: 'dynamic' } },
  ],
}).catch((error: unknown) => console.error(error));
