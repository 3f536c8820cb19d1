import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { UnscannedLine } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { HandOver } from './hand-over.js';

const line = (id: string, more: Partial<UnscannedLine> = {}): UnscannedLine => ({ id, chrono: `A-2026-00000${id}`, state: 'distributed', kind: 'PLI_MEDICAL', kindLabel: 'Pli médical, non ouvert', opened: false, service: 'RH', serviceLabel: 'Ressources humaines', receivedAt: '2026-11-16', handOverBy: '2026-11-17', handOverAt: '2026-11-17T15:30:00.000Z', cameLate: false, unsealed: false, toReturn: false, overdue: false, mayHandOver: true, mayReceive: false, ...more });

describe('What is still to be handed over', () => {
  const shown = async (lines: readonly UnscannedLine[]) => {
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(HandOver);
    fixture.detectChanges();
    await fixture.whenStable();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne((request) => request.url.endsWith('/unscanned/in-hand')).flush({ items: [{ service: 'RH', label: 'Ressources humaines', waiting: lines.length, overdue: 1 }] });
    http.expectOne((request) => request.url.endsWith('/unscanned') && request.params.get('state') === 'waiting').flush({ items: lines });
    await fixture.whenStable();
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    const button = (words: string) => [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(words)) as HTMLButtonElement;
    const settle = async () => {
      for (let turn = 0; turn < 3; turn++) {
        await new Promise((resolve) => setTimeout(resolve));
        await fixture.whenStable();
        fixture.detectChanges();
      }
    };
    const scan = async (number: string) => {
      const field = page.querySelector('[data-scan]') as HTMLInputElement;
      field.value = number;
      field.dispatchEvent(new Event('input'));
      await settle();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await Promise.resolve();
    };
    return { page, http, button, scan, settle };
  };

  it('tells what is overdue, and offers nothing until something is chosen', async () => {
    const { page, button } = await shown([line('1', { overdue: true }), line('2')]);
    const rows = [...page.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.classList.contains('overdue'))).toEqual([true, false]);
    expect(rows[0]?.textContent).toContain('en retard');
    expect([button('Remettre').disabled, button('J’ai reçu').disabled]).toEqual([true, true]);
  });

  it('chooses a mail by the number that is scanned off its slip, and tells of one that was handed over', async () => {
    const { page, http, button, scan, settle } = await shown([line('1'), line('2')]);
    await scan('A-2026-000002');
    http.expectOne((request) => request.url.endsWith('/unscanned/find') && (request.body as { number: string }).number === 'A-2026-000002').flush(line('2'));
    await settle();
    expect([button('Remettre').disabled, button('Remettre').textContent?.includes('(1)')]).toEqual([false, true]);
    expect((page.querySelector('[data-scan]') as HTMLInputElement).value).toBe('');
    await scan('A-2026-000003');
    http.expectOne((request) => request.url.endsWith('/unscanned/find')).flush(line('3', { handedOver: { round: 'r', at: '2026-11-16T10:00:00Z', to: 'Anne', method: 'login' } }));
    await settle();
    expect(page.querySelector('[role=status]')?.textContent).toContain('déjà remis à Anne');
    expect(button('Remettre').textContent).toContain('(1)');
  });

  it('lets nobody give what is only theirs to receive', async () => {
    const { page, button, settle } = await shown([line('1', { mayHandOver: false, mayReceive: true })]);
    (page.querySelector('tbody input[type=checkbox]') as HTMLInputElement).click();
    await settle();
    expect([button('Remettre').disabled, button('J’ai reçu').disabled]).toEqual([true, false]);
  });
});
