import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { AuthenticationService, AuthGuard } from '@alfresco/adf-core';

/** ADF's guard for Alfresco's ticket. For an identity service, ours: ADF's waits for ever where the service can't be reached, and forgets the page that was asked for. */
export const signedIn: CanActivateFn = (route, state) => {
  const authentication = inject(AuthenticationService);
  if (!authentication.isOauth()) return AuthGuard(route, state);
  return authentication.isLoggedIn() || inject(Router).createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { redirectUrl: state.url } });
};
