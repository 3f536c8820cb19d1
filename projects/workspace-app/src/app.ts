import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslateService } from '@ngx-translate/core';
import { UserPreferencesService } from '@alfresco/adf-core';

@Component({ selector: 'bn-app', imports: [RouterOutlet], template: '<router-outlet />', changeDetection: ChangeDetectionStrategy.OnPush })
export class App {
  constructor() {
    const translate = inject(TranslateService);
    const preferences = inject(UserPreferencesService);
    // ADF asks for English before it knows the person's language, and speaks whichever arrives last.
    translate.onLangChange.subscribe(({ lang }) => {
      if (lang !== preferences.locale) translate.use(preferences.locale);
    });
  }
}
