import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { BehaviorSubject, of } from 'rxjs';
import { TranslateService } from '@ngx-translate/core';
import type { Box } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { BoxPage } from './box.page.js';

const box: Box = { code: 'B-2026-00001', openedAt: '2026-11-16T08:00:00Z', mails: 0 };

describe('The page of a box', () => {
  it('takes numbers one after another, in the order of their scanning, and tells of one that is refused', async () => {
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ code: box.code })) } }] });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(BoxPage);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      for (let turn = 0; turn < 3; turn++) {
        await new Promise((resolve) => setTimeout(resolve));
        await fixture.whenStable();
        fixture.detectChanges();
      }
    };
    fixture.detectChanges();
    await settle();
    http.expectOne((request) => request.url.endsWith(`/boxes/${box.code}`)).flush({ box, items: [] });
    await settle();
    for (const number of ['A-1', 'A-2']) {
      const field = page.querySelector('[data-scan]') as HTMLInputElement;
      field.value = number;
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
    await settle();
    const sent = http.match((request) => request.url.endsWith('/mails'));
    expect(sent.map(({ request }) => (request.body as { number: string }).number)).toEqual(['A-1']);
    sent[0]?.flush({ code: 'notFound', message: '' }, { status: 404, statusText: 'Not found' });
    await settle();
    expect(page.querySelector('.said')?.textContent).toContain('A-1 –');
    const next = http.expectOne((request) => request.url.endsWith('/mails'));
    expect((next.request.body as { number: string }).number).toBe('A-2');
    next.flush({ box: { ...box, mails: 1 }, mail: { id: '2', chrono: 'A-2' } });
    await settle();
    http.expectOne((request) => request.url.endsWith(`/boxes/${box.code}`)).flush({ box: { ...box, mails: 1 }, items: [{ id: '2', chrono: 'A-2' }] });
    await settle();
    expect(page.querySelectorAll('tbody tr').length).toBe(1);
    expect(page.querySelector('.said')?.textContent).toContain('A-2 est dans la boîte');
  });

  it('shows the box that one goes to next, and nothing of the one before', async () => {
    const params = new BehaviorSubject(convertToParamMap({ code: box.code }));
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), { provide: ActivatedRoute, useValue: { paramMap: params } }] });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(BoxPage);
    const http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    const first = http.expectOne((request) => request.url.endsWith(`/boxes/${box.code}`));
    params.next(convertToParamMap({ code: 'B-2026-00002' }));
    fixture.detectChanges();
    http.expectOne((request) => request.url.endsWith('/boxes/B-2026-00002')).flush({ box: { ...box, code: 'B-2026-00002', label: 'Factures' }, items: [] });
    first.flush({ box: { ...box, label: 'Plis' }, items: [] });
    await fixture.whenStable();
    fixture.detectChanges();
    const head = (fixture.nativeElement as HTMLElement).querySelector('header')?.textContent;
    expect(head).toContain('B-2026-00002');
    expect(head).toContain('Factures');
    expect(head).not.toContain('Plis');
  });
});
