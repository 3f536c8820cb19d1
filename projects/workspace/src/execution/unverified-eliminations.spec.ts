import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { SessionStore } from '../session/session.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { UnverifiedEliminationsNotice } from './unverified-eliminations.js';

const address = '/bannette/api/v1/eliminations/unverified';

describe('Eliminations of campaigns that no backup has', () => {
  let fixture: ComponentFixture<UnverifiedEliminationsNotice>;
  let http: HttpTestingController;
  const shown = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim();
  const draw = (...rooms: readonly string[]): void => {
    spyOn(TestBed.inject(SessionStore), 'has').and.callFake((room) => rooms.includes(room));
    fixture = TestBed.createComponent(UnverifiedEliminationsNotice);
    fixture.detectChanges();
  };
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    fixture.detectChanges();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('are told to the records manager, with the list that is to be found and what to do', async () => {
    draw('archives');
    http.expectOne(address).flush({ items: [{ campaign: 'ELIM-2025-001', visaReference: 'AD/2025/1', manifestSha512: 'ab'.repeat(64), count: 12 }] });
    await settle();
    for (const words of ['ELIM-2025-001', '12 lignes', 'visa AD/2025/1', 'ab'.repeat(64), 'eliminate-again --list']) expect(shown()).withContext(words).toContain(words);
  });

  it('leave the page as it is where there are none, and say when nobody could tell', async () => {
    draw('dpo');
    http.expectOne(address).flush({ items: [] });
    await settle();
    expect(shown()).toBe('');
    fixture = TestBed.createComponent(UnverifiedEliminationsNotice);
    fixture.detectChanges();
    http.expectOne(address).flush('', { status: 503, statusText: 'x' });
    await settle();
    expect((fixture.nativeElement as HTMLElement).querySelector('[role=alert]')).not.toBeNull();
  });

  it('are nothing that the mail room is asked about', async () => {
    draw('mailRoom');
    await settle();
    http.expectNone(() => true);
    expect(shown()).toBe('');
  });
});
