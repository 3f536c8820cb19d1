import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { SessionStore } from '../session/session.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { EliminatedFound } from './eliminated-found.js';

const base = '/bannette/api/v1/eliminations';
const one = { kind: 'mail', subject: '018f0000-0000-7000-8000-000000000001', chrono: 'A-2019-000042', row: 'REC-01', rowLabel: 'Réclamations', due: '2025-01-01', documents: 1, campaign: { id: 'c', chrono: 'ELIM-2026-001' }, visaReference: 'AD/2026/77', destroyedAt: '2026-06-12T08:00:00Z', backupsUntil: '2026-09-12' };

describe('What was eliminated, where somebody looks for it', () => {
  let fixture: ComponentFixture<EliminatedFound>;
  let http: HttpTestingController;
  let rooms: readonly string[];
  const shown = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const draw = (inputs: { readonly number?: string; readonly mail?: string }): void => {
    fixture = TestBed.createComponent(EliminatedFound);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
  };
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    fixture.detectChanges();
  };

  beforeEach(() => {
    rooms = ['archives'];
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    spyOn(TestBed.inject(SessionStore), 'has').and.callFake((room) => rooms.includes(room));
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('is told by its number, with visa, row and campaign', async () => {
    draw({ number: 'A-2019-0000' });
    http.expectOne((request) => request.url === base && request.params.get('number') === 'A-2019-0000').flush({ items: [one] });
    await settle();
    for (const words of ['A-2019-000042', 'AD/2026/77', 'REC-01', 'ELIM-2026-001']) expect(shown()).withContext(words).toContain(words);
    expect((fixture.nativeElement as HTMLElement).querySelector('a')?.getAttribute('href')).toContain(`/eliminations/mail/${one.subject}`);
  });

  it('is not asked for words of a text, nor by those who may not know', async () => {
    draw({ number: 'nid-de-poule' });
    draw({ number: 'rue de la gare 12' });
    rooms = [];
    draw({ number: 'A-2019-0000', mail: one.subject });
    await settle();
    http.expectNone(() => true);
    expect(shown().trim()).toBe('');
  });

  it('stands in the place of a mail that can’t be opened, and nothing does where that was not eliminated', async () => {
    draw({ mail: one.subject });
    http.expectOne(`${base}/mail/${one.subject}`).flush(one);
    await settle();
    expect([fixture.componentInstance.any(), shown().includes('A-2019-000042')]).toEqual([true, true]);
    draw({ mail: one.subject });
    http.expectOne(`${base}/mail/${one.subject}`).flush({ code: 'notFound' }, { status: 404, statusText: '' });
    await settle();
    expect(fixture.componentInstance.any()).toBeFalse();
  });
});
