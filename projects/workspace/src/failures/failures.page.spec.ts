import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { TranslateService } from '@ngx-translate/core';
import type { FailedJob, FailureCounts, SetAside } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { FailuresPage } from './failures.page.js';

const base = '/bannette/api/v1/administration';
const job = (id: string, extra: Partial<FailedJob> = {}): FailedJob => ({ id, task: 'mail.mirror', attempts: 25, cause: 'unreachable', since: '2026-01-05T08:00:00Z', ...extra });
const entry: SetAside = { consumer: 'registration.takeOver', seq: 4711, type: 'mail.captured', attempts: 8, cause: 'duplicate', since: '2026-01-05T08:00:00Z', replaying: false };

describe('The page of what failed', () => {
  let fixture: ComponentFixture<FailuresPage>;
  let http: HttpTestingController;
  const shown = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const draw = async (counts: FailureCounts, jobs: FailedJob[], entries: SetAside[], next?: string): Promise<void> => {
    fixture = TestBed.createComponent(FailuresPage);
    http.expectOne(`${base}/failures`).flush(counts);
    http.expectOne((request) => request.url === `${base}/failed-jobs`).flush({ items: jobs, next });
    http.expectOne((request) => request.url === `${base}/set-aside`).flush({ items: entries });
    await settle();
  };
  const press = (words: string): void => [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].find((button) => button.textContent.trim() === words)?.click();

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
  });

  it('says that nothing has failed', async () => {
    await draw({ failedJobs: 0, setAside: 0, quarantined: 0 }, [], []);
    expect(shown()).toContain('Aucun échec');
  });

  it('tells each failure in words: what, which courrier, why, and what to do', async () => {
    await draw({ failedJobs: 3, setAside: 1, quarantined: 2 }, [job('1', { mail: { chrono: 'A-2026-000007' }, detail: 'ECONNREFUSED' }), job('2', { mail: {} }), job('3', { task: 'newer.task', cause: 'newer' })], [entry]);
    for (const words of ['3 tâches en échec', 'Envoi vers Alfresco', 'A-2026-000007', 'ECONNREFUSED', 'pas encore de numéro', 'newer.task', '2 fichiers à vérifier', 'Reprise', 'entrée 4711']) expect(shown()).withContext(words).toContain(words);
    expect(shown()).not.toMatch(/FAILURES\.|JOURNAL\./);
  });

  it('takes a job out of the list once it is tried again, and counts anew', async () => {
    await draw({ failedJobs: 1, setAside: 0, quarantined: 0 }, [job('1')], []);
    press('Relancer');
    http.expectOne(`${base}/failed-jobs/1/retry`).flush({ retried: 1 });
    await Promise.resolve();
    await Promise.resolve();
    http.expectOne(`${base}/failures`).flush({ failedJobs: 0, setAside: 0, quarantined: 0 });
    await settle();
    expect(shown()).toContain('Aucun échec');
  });

  it('tells that an entry will be handled again', async () => {
    await draw({ failedJobs: 0, setAside: 1, quarantined: 0 }, [], [entry]);
    press('Rejouer');
    http.expectOne(`${base}/set-aside/registration.takeOver/4711/replay`).flush({ ...entry, replaying: true });
    await Promise.resolve();
    await Promise.resolve();
    http.expectOne(`${base}/failures`).flush({ failedJobs: 0, setAside: 1, quarantined: 0 });
    await settle();
    expect(shown()).toContain('Demandé');
  });
});
