import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslateService } from '@ngx-translate/core';
import { TranslationService, UserPreferencesService } from '@alfresco/adf-core';

@Component({ selector: 'bn-app', imports: [RouterOutlet], template: '<router-outlet />', changeDetection: ChangeDetectionStrategy.OnPush })
export class App {
  constructor() {
    inject(TranslationService); // asks for the words: ADF's login would, but not everybody passes it
    const translate = inject(TranslateService);
    const preferences = inject(UserPreferencesService);
    // ADF asks for English before it knows the person's language, and speaks whichever arrives last.
    translate.onLangChange.subscribe(({ lang }) => {
      if (lang !== preferences.locale) translate.use(preferences.locale);
    });
  }
}
