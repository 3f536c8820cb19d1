import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { ThreadStep } from '../affairs/affairs-api.js';
import type { Mail } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { line, mail } from '../testing/samples.js';
import { MailTies } from './mail-ties.js';

describe('What a mail is tied to', () => {
  let fixture: ComponentFixture<MailTies>;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) {
      fixture.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const show = async (of: Partial<Mail>, steps: readonly ThreadStep[]): Promise<string> => {
    TestBed.configureTestingModule({ imports: [MailTies], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(MailTies);
    fixture.componentRef.setInput('mail', mail('2', of));
    await settle();
    http.match((request) => request.url.endsWith('/mails/2/thread')).forEach((request) => request.flush({ items: steps, more: false }));
    await settle();
    return (fixture.nativeElement as HTMLElement).innerText.replace(/\s+/g, ' ');
  };
  const thread: readonly ThreadStep[] = [
    { mail: { ...line('1'), chrono: 'A-2026-000001', subject: 'Fossé' }, day: '2026-01-05', ties: [] },
    { mail: { ...line('2'), chrono: 'A-2026-000002' }, day: '2026-02-10', ties: [{ to: '1', kind: 'follows', source: 'person', backwards: false }] },
    { mail: { ...line('3'), chrono: 'A-2026-000003', masked: true }, day: '2026-02-12', ties: [{ to: '2', kind: 'answers', source: 'message', backwards: false }] },
  ];

  it('shows the thread by its days, says what each is to the others, and of a confidential one that it is there', async () => {
    const text = await show({}, thread);
    expect(text).toContain('A-2026-000001 Fossé');
    expect(text).toContain('A-2026-000002 (ce courrier)');
    expect(text).toContain('relance ou complète A-2026-000001');
    expect(text).toContain('A-2026-000003 courrier confidentiel');
    expect(text).toContain('répond à A-2026-000002, d’après les messages');
  });

  it('takes a link away that somebody added, and none that e-mails tell of', async () => {
    await show({ actions: ['link'], links: [{ id: '1', link: 'L', kind: 'follows', state: 'closed' }] }, thread);
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLButtonElement>('.tie button')];
    expect(buttons.length).toBe(1);
    buttons[0]?.click();
    expect(http.match((request) => request.method === 'DELETE').map(({ request }) => request.url.replace(/^.*\/mails/, '/mails'))).toEqual(['/mails/2/links/L']);
  });

  it('offers nothing to who may not link', async () => {
    await show({ affair: { id: 'a', chrono: 'DOS-2026-00001', title: 'Tanneurs' } }, []);
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('button').length).toBe(0);
    expect((fixture.nativeElement as HTMLElement).innerText).toContain('DOS-2026-00001');
  });
});
