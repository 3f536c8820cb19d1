import { HTTP_INTERCEPTORS, HttpClient, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { AuthenticationService } from '@alfresco/adf-core';
import { HOST } from '../host.js';
import { workspaceForTests } from '../testing/providers.js';
import { SessionStore } from './session.js';
import { TicketInterceptor } from './ticket.interceptor.js';

describe("A person's ticket", () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), provideHttpClient(withInterceptorsFromDi()), provideHttpClientTesting(), { provide: HTTP_INTERCEPTORS, useClass: TicketInterceptor, multi: true }] });
  });
  const inTest = (): HttpTestingController => TestBed.inject(HttpTestingController);

  it('signs the calls of our API, and no others', () => {
    TestBed.inject(HttpClient).get('/bannette/api/v1/trays').subscribe();
    TestBed.inject(HttpClient).get('/words/bannette/i18n/fr.json').subscribe();
    expect(inTest().expectOne('/bannette/api/v1/trays').request.headers.get('Authorization')).toBe(`Basic ${btoa('TICKET_1')}`);
    expect(inTest().expectOne('/words/bannette/i18n/fr.json').request.headers.has('Authorization')).toBeFalse();
  });

  it('that no longer holds leads to the login, with the way back', async () => {
    const router = TestBed.inject(Router);
    const navigate = spyOn(router, 'navigate').and.resolveTo(true);
    spyOnProperty(router, 'url').and.returnValue('/trays/late?mail=1');
    const loaded = TestBed.inject(SessionStore).load();
    inTest().expectOne('/bannette/api/v1/me').flush({ code: 'unauthorized', message: '' }, { status: 401, statusText: 'Unauthorized' });
    await loaded;
    expect(navigate).toHaveBeenCalledWith(['/login'], { queryParams: { redirectUrl: '/trays/late?mail=1' } });
  });

  it('of an identity service that is refused to a guest leads nowhere: its host renews it, and leaving could be a loop', async () => {
    TestBed.overrideProvider(HOST, { useValue: { base: '/bannette' } });
    const navigate = spyOn(TestBed.inject(Router), 'navigate');
    spyOn(TestBed.inject(AuthenticationService), 'isOauth').and.returnValue(true);
    const session = TestBed.inject(SessionStore);
    const loaded = session.load();
    inTest().expectOne('/bannette/api/v1/me').flush({ code: 'unauthorized', message: '' }, { status: 401, statusText: 'Unauthorized' });
    await loaded;
    expect(navigate).not.toHaveBeenCalled();
    expect(session.problem()?.code).toBe('unauthorized');
  });

  it('is forgotten at log-out even when the repository refuses to end it', async () => {
    const session = TestBed.inject(SessionStore);
    const navigate = spyOn(TestBed.inject(Router), 'navigate').and.resolveTo(true);
    await session.logOut();
    expect(session.person()).toBeUndefined();
    expect(navigate).toHaveBeenCalledWith(['/login'], { queryParams: { out: 1 } });
  });
});
