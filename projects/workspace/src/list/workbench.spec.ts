import { Component, signal } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { of } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import type { MailLine } from '../api/types.js';
import { Preferences } from '../session/preferences.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { line, mail } from '../testing/samples.js';
import { Pages } from './pages.js';
import { Workbench } from './workbench.js';

@Component({
  imports: [Workbench],
  template: `<div style="display: flex; width: 1200px; height: 600px"><bn-workbench [pages]="pages" [openId]="open()" (opened)="open.set($event)" /></div>`,
})
class Host {
  lines = ['1', '2', '3'].map((id) => line(id));
  readonly pages = new Pages<MailLine>(() => of({ items: this.lines }), ({ id }) => id);
  readonly open = signal<string | undefined>('1');
}

describe('Working through a tray', () => {
  let fixture: ComponentFixture<Host>;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const answer = async (id: string, actions: ReturnType<typeof mail>['actions']): Promise<void> => {
    await settle();
    http.match((request) => request.url.endsWith(`/mails/${id}`)).forEach((request) => request.flush(mail(id, { actions, service: 'A' })));
    await settle();
  };
  const press = async (key: string, target: EventTarget = document.body): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  const posts = (path: string) => http.match((request) => request.method === 'POST' && request.url.endsWith(path));

  beforeEach(async () => {
    TestBed.configureTestingModule({ imports: [Host], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Preferences).setSingleKeys(true);
    fixture = TestBed.createComponent(Host);
    await fixture.componentInstance.pages.load();
    await answer('1', ['take', 'release', 'note']);
    http.match((request) => request.url.endsWith('/settings')).forEach((request) => request.flush({ settings: {}, versions: {} }));
    await settle();
  });

  afterEach(() => localStorage.removeItem('bannette.singleKeys'));

  it('takes the open mail by its key, with the revision that was seen', async () => {
    await press('t');
    expect(posts('/mails/1/take').map(({ request }) => request.body as unknown)).toEqual([{ revision: 1 }]);
  });

  it('does nothing that the mail does not allow', async () => {
    await press('e');
    expect(http.match((request) => request.method === 'POST').length).toBe(0);
  });

  it('does nothing while somebody types, or once single keys are off', async () => {
    const input = document.body.appendChild(document.createElement('input'));
    await press('t', input);
    input.remove();
    TestBed.inject(Preferences).setSingleKeys(false);
    await press('t');
    expect(http.match((request) => request.method === 'POST').length).toBe(0);
  });

  it('has the next mail there once one is done with', async () => {
    fixture.componentInstance.lines = ['2', '3'].map((id) => line(id));
    const done = TestBed.inject(MailActions).send('close', mail('1'), {});
    posts('/mails/1/close').forEach((request) => request.flush(mail('1', { state: 'closed' })));
    await done;
    await settle();
    expect(fixture.componentInstance.open()).toBe('2');
    expect(fixture.componentInstance.pages.items().map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('stays with a mail that was taken, and shows its new state in the list', async () => {
    const taken = mail('1', { state: 'inProgress' });
    fixture.componentInstance.lines = [taken, line('2'), line('3')];
    const done = TestBed.inject(MailActions).send('take', mail('1'), {});
    posts('/mails/1/take').forEach((request) => request.flush(taken));
    await done;
    await settle();
    expect(fixture.componentInstance.open()).toBe('1');
    expect(fixture.componentInstance.pages.items()[0]?.state).toBe('inProgress');
  });

  it('offers to undo only as long as the trade allows', async () => {
    const done = TestBed.inject(MailActions).send('take', mail('1'), {});
    posts('/mails/1/take').forEach((request) => request.flush(mail('1', { undo: { token: 'u', action: 'take', until: new Date(Date.now() + 9000).toISOString() } })));
    await done;
    await settle();
    const button = [...document.querySelectorAll<HTMLButtonElement>('mat-snack-bar-container button')].find(({ textContent }) => textContent?.includes('Défaire'));
    button?.click();
    await settle();
    expect(posts('/mails/1/undo').map(({ request }) => request.body as unknown)).toEqual([{ token: 'u' }]);
  });

  it('goes back to the list by Escape, to the line of the mail that was open', async () => {
    fixture.componentInstance.open.set('2');
    await answer('2', ['note']);
    await press('Escape');
    expect(fixture.componentInstance.open()).toBeUndefined();
    expect(document.activeElement?.getAttribute('data-mail')).toBe('2');
    await press('Escape');
    expect(fixture.componentInstance.open()).toBeUndefined();
  });
});
