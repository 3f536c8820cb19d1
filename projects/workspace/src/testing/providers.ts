import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideNoopAnimations } from '@angular/platform-browser/animations';
import { provideRouter } from '@angular/router';
import { AuthenticationService, ContentAuth, UserPreferencesService } from '@alfresco/adf-core';
import { provideTranslateService, type TranslateService } from '@ngx-translate/core';
import { EMPTY, of } from 'rxjs';
import fr from '../../i18n/fr.json';

/** The workspace without a host: our own pages and words, HTTP answered by the test, nobody signed in. */
export const workspaceForTests = (): (Provider | EnvironmentProviders)[] => [
  provideHttpClient(),
  provideHttpClientTesting(),
  provideRouter([]),
  provideNoopAnimations(),
  provideTranslateService({ fallbackLang: 'fr' }),
  { provide: AuthenticationService, useValue: { logout: () => of(undefined), getToken: () => 'TICKET_1', isOauth: () => false, reset: () => undefined } },
  { provide: ContentAuth, useValue: { invalidateSession: () => undefined } },
  { provide: UserPreferencesService, useValue: { locale$: EMPTY } },
];

/** Loads the French words, as the page does before it is drawn. */
export function speakFrench(translate: TranslateService): void {
  translate.setTranslation('fr', fr);
  translate.use('fr');
}
