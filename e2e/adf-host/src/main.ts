import { registerLocaleData } from '@angular/common';
import french from '@angular/common/locales/fr';
import { ChangeDetectionStrategy, Component, importProvidersFrom, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideAnimations } from '@angular/platform-browser/animations';
import { provideRouter, RouterOutlet, withHashLocation } from '@angular/router';
import { ContentModule } from '@alfresco/adf-content-services';
import { provideAppConfig, provideCoreAuth, provideI18N } from '@alfresco/adf-core';
import { routes } from './routes.js';

/** ADF's components as anybody would put them on a page, so that a test can watch what they ask of a repository. It is no part of the product. */
@Component({ selector: 'adf-host', imports: [RouterOutlet], template: '<router-outlet />', changeDetection: ChangeDetectionStrategy.Default })
export class Host {}

registerLocaleData(french);

bootstrapApplication(Host, {
  providers: [
    provideZoneChangeDetection(),
    provideCoreAuth({ useHash: true }),
    provideAppConfig(),
    provideI18N({ defaultLanguage: 'fr' }),
    provideRouter(routes, withHashLocation()),
    provideAnimations(),
    importProvidersFrom(ContentModule.forRoot()),
  ],
}).catch((error: unknown) => console.error(error));
