import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { mail } from '../testing/samples.js';
import { MailFacts } from './mail-facts.js';

describe('Who and when', () => {
  function facts(more: Partial<Mail>): string {
    TestBed.configureTestingModule({ imports: [MailFacts], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    const fixture = TestBed.createComponent(MailFacts);
    fixture.componentRef.setInput('mail', mail('1', more));
    fixture.detectChanges();
    // The thread is asked for by itself; until it is there, links are shown as the mail tells them.
    TestBed.inject(HttpTestingController).match((request) => request.url.endsWith('/thread'));
    TestBed.inject(HttpTestingController).verify();
    return (fixture.nativeElement as HTMLElement).innerText.replace(/\s+/g, ' ');
  }

  it('names the sender with the address of the day of the mail', () => {
    expect(facts({ correspondent: { kind: 'individual', name: 'Mme Barthélémy', address: '12 rue des Lilas', postcode: '34070', city: 'Montpellier' } })).toContain('Expéditeur Mme Barthélémy particulier 12 rue des Lilas 34070 Montpellier');
  });

  it('says by when and why, and why it came to this service', () => {
    const text = facts({
      deadline: { dueDate: '2000-11-10', workingDaysLeft: -7 },
      dueBecause: { code: 'due.delay', params: { from: '2000-10-20', amount: 15, unit: 'workingDays' } },
      service: 'ROUTES',
      routeBecause: { code: 'route.rule', params: { label: 'Voirie', matched: 'SINISTRE' } },
    });
    expect(text).toContain('en retard de 7 jours échéance le vendredi 10 novembre 2000 parce que ce type se traite en 15 jours ouvrés à partir du vendredi 20 octobre 2000');
    expect(text).toContain('parce que la règle « Voirie » s’applique (SINISTRE)');
  });

  it('warns that a retention row is a sample, and dates nothing before its trigger is known', () => {
    const text = facts({ retention: { row: 'R', label: 'Permissions de voirie', years: 10, trigger: 'FIN_VALIDITE', finalSort: 'D', agreed: false } });
    expect(text).toContain('10 ans, à éliminer');
    expect(text).toContain('pas d’échéance tant que le point de départ n’est pas connu (fin de validité)');
    expect(text).toContain('Échantillon : demande l’accord de l’archiviste');
  });

  it('leads to the answers', () => {
    expect(facts({ links: [{ id: 'x', kind: 'answeredBy', chrono: 'D-2026-000001', subject: 'Réponse', state: 'sent', departureDate: '2026-11-20' }] })).toContain('répondu par D-2026-000001 Réponse, 20 nov. 2026');
  });
});
