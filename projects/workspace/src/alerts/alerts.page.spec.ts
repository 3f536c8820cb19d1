import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { Alert } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { line } from '../testing/samples.js';
import { AlertsPage } from './alerts.page.js';

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({ id, kind: 'factsChanged', state: 'open', mail: line(id), data: { facts: ['gec:subject', 'cm:title'] }, times: 1, raisedAt: '2026-06-10T09:00:00Z', lastAt: '2026-06-10T09:00:00Z', ...more });

describe('The page of signals', () => {
  it('says what happened and what to do, in words, and hides what is confidential', async () => {
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(AlertsPage);
    fixture.detectChanges();
    await fixture.whenStable();
    const settled = { by: { id: 'system', displayName: 'system' }, at: '2026-06-10T10:00:00Z', reason: 'restored' };
    TestBed.inject(HttpTestingController)
      .expectOne((request) => request.url.endsWith('/alerts') && request.params.get('state') === 'unsettled')
      .flush({ items: [alert('1', { author: { id: 'ines.kaci', displayName: 'Inès Kaci' } }), alert('2', { kind: 'mailDeleted', data: {}, mail: line('2', { masked: true, subject: undefined, confidentiality: 3 }) }), alert('3', { kind: 'documentDeleted', state: 'settled', data: {}, settled })] });
    await fixture.whenStable();
    fixture.detectChanges();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows.length).toBe(3);
    for (const words of ['objet, cm:title', 'par Inès Kaci', 'faites-la dans Bannette', 'Je m’en occupe']) expect(rows[0]).toContain(words);
    for (const words of ['Pli confidentiel', 'corbeille', 'auteur inconnu']) expect(rows[1]).toContain(words);
    expect(rows[1]).not.toContain('Objet 2');
    expect(rows[2]).toContain('réglée par Bannette');
    expect(rows[2]).toContain('restauré dans Alfresco');
    expect(rows.join()).not.toMatch(/SIGNAL|[A-Z]{3,}_[A-Z]{3,}/);
  });
});
