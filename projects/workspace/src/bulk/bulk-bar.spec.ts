import { Component, signal } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { line } from '../testing/samples.js';
import { BulkBar } from './bulk-bar.js';

@Component({ imports: [BulkBar], template: `<bn-bulk-bar [lines]="lines" [(chosen)]="chosen" tray="routes" [hasMore]="true" (done)="done = done + 1" />` })
class Host {
  readonly lines = ['1', '2', '3'].map((id) => ({ ...line(id), revision: 7 }));
  readonly chosen = signal<ReadonlySet<string>>(new Set(['1', '3']));
  done = 0;
}

describe('Actions on the mails that were chosen', () => {
  let fixture: ComponentFixture<Host>;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const text = (): string => (fixture.nativeElement as HTMLElement).textContent ?? '';
  const press = async (words: string): Promise<void> => {
    [...document.querySelectorAll('button')].find((button) => button.textContent?.includes(words))?.click();
    await settle();
  };
  const counts = { waiting: 0, done: 1, refused: 0, moved: 1, undone: 0, kept: 0 };

  beforeEach(async () => {
    TestBed.configureTestingModule({ imports: [Host], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Host);
    await settle();
  });

  it('are sent with the revisions that were seen, tell what came of each, leave chosen what was not done, and are taken back at once', async () => {
    expect(text()).toContain('2 courriers choisis');
    await press('Marquer comme lu');
    http.match((request) => request.url.endsWith('/settings')).forEach((request) => request.flush({ settings: {}, versions: {} }));
    await settle();
    const sent = http.expectOne((request) => request.url.endsWith('/bulk'));
    expect(sent.request.body).toEqual({ action: 'markRead', mails: [{ id: '1', revision: 7 }, { id: '3', revision: 7 }], with: {} });
    sent.flush({ id: 'b', action: 'markRead', state: 'done', total: 2, counts, undoUntil: '2099-01-01T00:00:00Z', items: [{ id: '1', outcome: 'done' }, { id: '3', outcome: 'moved', problem: { code: 'stale' } }] });
    await settle();
    expect(text()).toContain('1 courrier fait, 1 a changé entre-temps');
    expect([[...fixture.componentInstance.chosen()], fixture.componentInstance.done]).toEqual([['3'], 1]);
    await press('Tout défaire');
    http.expectOne((request) => request.url.endsWith('/bulk/b/undo')).flush({ id: 'b', action: 'markRead', state: 'undone', total: 2, counts: { ...counts, done: 0, undone: 1 }, items: [{ id: '1', outcome: 'undone' }, { id: '3', outcome: 'moved' }] });
    await settle();
    expect(text()).toContain('1 courrier comme avant');
  });
});
