import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import { TitleStrategy } from '@angular/router';
import { TicketInterceptor } from './session/ticket.interceptor.js';
import { Titles } from './titles.js';

/** What a host needs besides the routes: the way back to the login, and our looks. */
export const provideWorkspace = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    { provide: HTTP_INTERCEPTORS, useClass: TicketInterceptor, multi: true },
    { provide: TitleStrategy, useClass: Titles },
    { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: { appearance: 'outline' } },
  ]);
