import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import { TitleStrategy } from '@angular/router';
import { HOST, type Host } from './host';
import { TicketInterceptor } from './session/ticket.interceptor.js';
import { Titles } from './titles.js';

const ticket = { provide: HTTP_INTERCEPTORS, useClass: TicketInterceptor, multi: true };

/** What our own application needs besides the routes: the way back to the login, page titles, and our looks. */
export const provideWorkspace = (): EnvironmentProviders =>
  makeEnvironmentProviders([ticket, { provide: TitleStrategy, useClass: Titles }, { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: { appearance: 'outline' } }]);

/** What an application needs whose guests our pages are. */
export const provideWorkspaceFor = (host: Host): EnvironmentProviders => makeEnvironmentProviders([ticket, { provide: HOST, useValue: host }]);
