import { HttpErrorResponse, type HttpEvent, type HttpHandler, type HttpInterceptor, type HttpRequest } from '@angular/common/http';
import { inject, Injectable, Injector } from '@angular/core';
import { tap, type Observable } from 'rxjs';
import { AuthenticationService } from '@alfresco/adf-core';
import { API_BASE } from '../api/api.js';
import { SessionStore } from './session.js';
import { signatureOf } from './signature.js';

/** Signs the calls of our API with the person's ticket (ADF's own signs what goes to Alfresco only), and sends whoever it no longer opens to the login, with the way back. */
@Injectable()
export class TicketInterceptor implements HttpInterceptor {
  private readonly base = inject(API_BASE);
  private readonly injector = inject(Injector);

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    if (!request.url.startsWith(this.base)) return next.handle(request);
    return next.handle(request.clone({ setHeaders: signatureOf(this.injector.get(AuthenticationService)) })).pipe(
      tap({
        error: (error: unknown) => {
          if (error instanceof HttpErrorResponse && error.status === 401) void this.injector.get(SessionStore).expired();
        },
      }),
    );
  }
}
