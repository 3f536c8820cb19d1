import { HttpErrorResponse, type HttpEvent, type HttpHandler, type HttpInterceptor, type HttpRequest } from '@angular/common/http';
import { inject, Injectable, Injector } from '@angular/core';
import { tap, type Observable } from 'rxjs';
import { API_BASE } from '../api/api.js';
import { SessionStore } from './session.js';

/** A 401 of our API sends the person to the login, with the way back. */
@Injectable()
export class ExpiredInterceptor implements HttpInterceptor {
  private readonly base = inject(API_BASE);
  private readonly injector = inject(Injector);

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    if (!request.url.startsWith(this.base)) return next.handle(request);
    return next.handle(request).pipe(
      tap({
        error: (error: unknown) => {
          if (error instanceof HttpErrorResponse && error.status === 401) void this.injector.get(SessionStore).expired();
        },
      }),
    );
  }
}
