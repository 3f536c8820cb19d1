import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslateService } from '@ngx-translate/core';
import type { QuarantineLine } from '../api/types.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { QuarantinePage } from './quarantine.page.js';

const base = '/bannette/api/v1/quarantine';
const file = (id: string, extra: Partial<QuarantineLine> = {}): QuarantineLine => ({ id, name: `${id}.pdf`, size: 1, sha512: 'x', state: 'quarantined', reason: 'corrupt', warnings: [], depositId: 'd', channel: 'post', createdAt: '2026-01-05T08:00:00Z', createdBy: 'clara.moreau', ...extra });

describe('The page of files to check', () => {
  let fixture: ComponentFixture<QuarantinePage>;
  let http: HttpTestingController;
  const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const shown = (): string => element().textContent.replace(/\s+/g, ' ');
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const draw = async (items: QuarantineLine[]): Promise<void> => {
    fixture = TestBed.createComponent(QuarantinePage);
    fixture.detectChanges();
    http.expectOne(`${base}/reasons`).flush({ items: [{ reason: 'corrupt', count: 2 }, { reason: 'empty', count: 1 }] });
    http.expectOne((request) => request.url === base).flush({ items });
    await settle();
  };
  const boxes = (): HTMLInputElement[] => [...element().querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')];
  const press = (words: string, within: ParentNode = element()): void => [...within.querySelectorAll('button')].find((button) => button.textContent.trim() === words)?.click();

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
  });

  it('says of each kind that is not taken what to do, and gives what is infected to nobody', async () => {
    await draw([file('a', { reason: 'unsupportedType', reasonParams: { mediaType: 'application/zip', kind: 'archive' } }), file('b', { reason: 'unsupportedType', reasonParams: { mediaType: 'x/y', kind: 'unknown' } }), file('c', { reason: 'infected', reasonParams: { signature: 'Win.Test' } })]);
    for (const words of ['C’est une archive', 'Déposez la lettre en PDF', 'L’antivirus a trouvé Win.Test', 'Remis à personne']) expect(shown()).withContext(words).toContain(words);
    expect(shown()).not.toMatch(/QUARANTINE\.|\{\{/);
    expect([...element().querySelectorAll('tbody button')].filter((button) => button.textContent.includes('Télécharger')).length).toBe(2);
  });

  it('is left by Tab after one line; arrow keys go from line to line', async () => {
    await draw([file('a'), file('b'), file('c')]);
    expect(boxes().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    boxes()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await settle();
    expect(boxes().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  });

  it('reads several again, takes out what is read, and says why another could not be', async () => {
    const said = spyOn(TestBed.inject(MatSnackBar), 'open');
    await draw([file('a'), file('b'), file('c')]);
    boxes()[0]?.click();
    boxes()[1]?.click();
    await settle();
    expect(shown()).toContain('2 fichiers choisis');
    press('Relire', element().querySelector('.several') ?? element());
    const asked = http.expectOne(`${base}/retry`);
    expect(asked.request.body).toEqual({ ids: ['a', 'b'] });
    asked.flush({ items: [{ id: 'a', done: true }, { id: 'b', done: false, code: 'notInState' }] });
    await settle();
    http.expectOne(`${base}/reasons`).flush({ items: [] });
    await settle();
    expect(boxes().length).toBe(2);
    expect(shown()).toContain('1 fichier choisi');
    expect(said.calls.mostRecent().args[0]).toContain('1 n’a pas pu l’être');
  });
});
