import { provideZoneChangeDetection, type ApplicationConfig } from '@angular/core';
import { provideAnimations } from '@angular/platform-browser/animations';
import { provideRouter, withHashLocation } from '@angular/router';
import { provideTranslateLoader, provideTranslateService } from '@ngx-translate/core';
import { provideAppConfig, provideCoreAuth, provideTranslations } from '@alfresco/adf-core';
import { provideWorkspace } from '@bannette/workspace';
import { provideContent } from './content.js';
import { routes } from './routes.js';
import { WordsLoader } from './words-loader.js';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZoneChangeDetection({ eventCoalescing: true }),
    provideCoreAuth({ useHash: true }),
    provideAppConfig(),
    provideRouter(routes, withHashLocation()),
    provideAnimations(),
    provideTranslateService({ loader: provideTranslateLoader(WordsLoader), fallbackLang: 'fr' }),
    provideTranslations('adf-content-services', 'words/content'),
    provideTranslations('app', 'words/bannette'),
    provideContent(),
    provideWorkspace(),
  ],
};
