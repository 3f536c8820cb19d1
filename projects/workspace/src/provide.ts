import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import { ExpiredInterceptor } from './session/expired.interceptor.js';

/** What a host needs besides the routes: the way back to the login, and our looks. */
export const provideWorkspace = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    { provide: HTTP_INTERCEPTORS, useClass: ExpiredInterceptor, multi: true },
    { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: { appearance: 'outline' } },
  ]);
