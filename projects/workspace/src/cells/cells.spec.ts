import { TestBed } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { HOST } from '../host.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { dayOf } from './cells.js';
import { mailCells } from './mail-cells.js';

describe('A cell of a list of nodes', () => {
  function cell(property: keyof typeof mailCells, properties?: object): HTMLElement {
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), { provide: HOST, useValue: { base: '/bannette' } }] });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(mailCells[property]);
    Object.assign(fixture.componentInstance as object, { context: { row: { node: { entry: { properties } } } } });
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('shows the number of a mail, which leads to its page', () => {
    const link = cell('chrono', { 'gec:chrono': 'A-2026-000123', 'gec:id': '42' }).querySelector('a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['A-2026-000123', '/bannette/mails/42']);
  });

  it('says the state in words', () => {
    expect(cell('status', { 'gec:status': 'inProgress' }).textContent).toBe('En cours');
  });

  it('says the due day', () => {
    expect(cell('dueDate', { 'gec:dueDate': '2026-12-11T00:00:00.000+0000' }).textContent).toBe('11 déc. 2026');
  });

  it('is empty for a node that is no mail', () => {
    for (const property of ['chrono', 'status', 'tray', 'dueDate'] as const) {
      expect(cell(property).innerText.trim()).withContext(property).toBe('');
      TestBed.resetTestingModule();
    }
  });
});

describe('A day that Alfresco gives as an instant', () => {
  it('is the same wherever the repository stands', () => {
    const midnights = { UTC: '2026-12-11T00:00:00.000+0000', Paris: '2026-12-10T23:00:00.000+0000', Guadeloupe: '2026-12-11T04:00:00.000+0000', Nouméa: '2026-12-10T13:00:00.000+0000' };
    for (const [zone, midnight] of Object.entries(midnights)) expect(dayOf(midnight)).withContext(zone).toBe('2026-12-11');
  });
});
