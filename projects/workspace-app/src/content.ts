import { inject, provideAppInitializer, type EnvironmentProviders, type Provider } from '@angular/core';
import { AlfrescoApiLoaderService, AlfrescoApiNoAuthService, AlfrescoApiService } from '@alfresco/adf-content-services';

/** ADF's content services over its own HTTP client. `ContentModule.forRoot()` would put every component of theirs in the first bundle. */
export const provideContent = (): (Provider | EnvironmentProviders)[] => [
  { provide: AlfrescoApiService, useClass: AlfrescoApiNoAuthService },
  // Fails while the identity service can't be reached; the login says so, and coming back from it loads all anew.
  provideAppInitializer(() => inject(AlfrescoApiLoaderService).init().catch(() => undefined)),
];
