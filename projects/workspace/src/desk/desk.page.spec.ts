import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { TranslateService } from '@ngx-translate/core';
import { applyToDesk, type BatchPlan, type DeskChange } from '@bannette/domain';
import { of } from 'rxjs';
import type { Desk } from '../api/types.js';
import { Preferences } from '../session/preferences.js';
import { deskOf, documentOf, envelopeOf, file, idOf, pageKey, planOf, shapeOf } from '../testing/desk-samples.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { DeskPage } from './desk.page.js';

describe('The page desk', () => {
  let fixture: ComponentFixture<DeskPage>;
  let http: HttpTestingController;
  let page: HTMLElement;
  let plan: BatchPlan;
  let revision = 1;
  let sent: DeskChange[] = [];
  let online = true;

  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** Answers what the page asks, as the server does. */
  const answer = (): void => {
    for (const call of http.match(({ url }) => url.endsWith('/desk'))) {
      if (call.request.method === 'GET') call.flush(deskOf(plan));
      else if (!online) call.error(new ProgressEvent('error'));
      else {
        const { changes } = call.request.body as { changes: DeskChange[] };
        sent.push(...changes);
        plan = changes.reduce(applyToDesk, plan);
        call.flush({ revision: ++revision, plan, canUndo: true, canRedo: false });
      }
    }
    for (const call of http.match(({ url }) => url.endsWith('/settings'))) call.flush({ settings: {}, versions: {} });
  };
  const settle = async (turns = 3): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) {
      answer();
      await frame();
      fixture.detectChanges();
    }
  };
  const cells = (): HTMLElement[] => [...page.querySelectorAll<HTMLElement>('[data-page]')];
  const cellOf = (number: number): HTMLElement => page.querySelector<HTMLElement>(`[data-page="${pageKey(number)}"]`) as HTMLElement;
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await settle();
  };
  const said = (): string => page.querySelector('.said')?.textContent?.trim() ?? '';

  async function open(start: BatchPlan, more: Partial<Desk> = {}): Promise<void> {
    plan = start;
    fixture = TestBed.createComponent(DeskPage);
    page = fixture.nativeElement as HTMLElement;
    page.style.cssText = 'display: flex; flex-direction: column; width: 1200px; height: 800px;';
    document.body.append(page);
    fixture.detectChanges();
    http.expectOne(({ url }) => url.endsWith('/desk')).flush(deskOf(start, more));
    await settle(5);
  }

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [...workspaceForTests(), { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ id: idOf(9, 1) })), queryParamMap: of(convertToParamMap({})) } }],
    });
    speakFrench(TestBed.inject(TranslateService));
    TestBed.inject(Preferences).setSingleKeys(true);
    http = TestBed.inject(HttpTestingController);
    revision = 1;
    sent = [];
    online = true;
  });
  afterEach(() => {
    fixture.destroy();
    page.remove();
    for (const name of ['singleKeys', 'desk.size', 'desk.inPlace', 'desk.view']) localStorage.removeItem(`bannette.${name}`);
  });

  it('draws of two thousand pages those near the eye alone, and asks for a few pictures at once', async () => {
    await open(planOf(2000));
    expect(cells().length).toBeGreaterThan(8);
    expect(page.querySelectorAll('*').length).toBeLessThan(2500);
    expect(http.match(({ url }) => url.includes('/image')).length).toBeLessThanOrEqual(4);
  });

  it('draws a gesture by touching what it changes, not the other pages', async () => {
    await open(planOf(2000));
    const before = new Set(page.querySelectorAll('bn-page-cell'));
    cellOf(2).click();
    await settle();
    await press('s');
    const drawn = [...page.querySelectorAll('bn-page-cell')].filter((cell) => !before.has(cell));
    expect(drawn.length).toBeLessThanOrEqual(8);
    expect(shapeOf(plan)[0]).toEqual([[1], [2], [3, 4]]);
  });

  it('is worked at by keyboard alone, says what happened, and keeps the focus', async () => {
    await open(planOf(8));
    expect(page.querySelectorAll('[data-page][tabindex="0"]').length).toBe(1);
    await press('ArrowRight');
    expect(document.activeElement).toBe(cellOf(2));
    await press('s');
    expect(said()).toContain('Un document commence à la page 2.');
    expect(document.activeElement).toBe(cellOf(2));
    await press('ArrowRight', { shiftKey: true });
    expect([cellOf(2), cellOf(3), cellOf(4)].map((cell) => cell.getAttribute('aria-selected'))).toEqual(['true', 'true', 'false']);
    await press('Delete');
    expect(said()).toContain('2 pages mises de côté.');
    expect(document.activeElement).toBe(cellOf(4));
    expect(shapeOf(plan)).toEqual([[[1], [4]], [[5, 6], [7, 8]]]);
    await press('x');
    await press('End');
    await press('ArrowUp');
    expect(sent.map(({ kind }) => kind)).toEqual(['split', 'bin']);
    cellOf(6).click();
    await settle();
    await press('v');
    expect(shapeOf(plan)).toEqual([[[1]], [[5, 4, 6], [7, 8]]]);
    expect(cellOf(4).getAttribute('aria-label')).toContain('page 2 sur 3 du document 1, pli 2');
    await press('M', { shiftKey: true });
    expect(shapeOf(plan)).toEqual([[[1], [5, 4, 6], [7, 8]]]);
  });

  it('says why a gesture can’t be, and sends nothing', async () => {
    await open(planOf(4));
    await press('s');
    expect(said()).toContain('Il commence déjà à cette page.');
    expect(page.querySelector('.said')?.classList).toContain('bn-late');
    expect(sent).toEqual([]);
  });

  it('accepts a hint with one key: an envelope of its own begins there', async () => {
    const hinted = deskOf(planOf(4));
    await open(planOf(4), { pages: hinted.pages.map((one) => (one.number === 2 ? { ...one, hint: { code: 'numbering', because: 'page 1/2' } } : one)) });
    await press('g');
    expect(page.querySelector('bn-page-view .hint')?.textContent).toContain('« page 1/2 »');
    await press('y');
    expect(shapeOf(plan)).toEqual([[[1]], [[2], [3, 4]]]);
    expect(page.querySelector('bn-page-view .hint')).toBeNull();
  });

  it('keeps gestures without a connection, says so, and asks before it is left', async () => {
    await open(planOf(4));
    online = false;
    await press('ArrowRight');
    await press('s');
    await settle();
    expect(page.querySelector('.banner')?.textContent).toContain('1 geste est gardé ici');
    expect(cellOf(2).getAttribute('aria-label')).toContain('page 1 sur 1 du document 2');
    const leaving = fixture.componentInstance.mayLeave();
    await settle(6);
    expect(document.querySelector('mat-dialog-container')?.textContent).toContain('1 geste n’est pas encore envoyé');
    const stay = [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')].find(({ textContent }) => textContent?.includes('Rester'));
    stay?.click();
    await settle(4);
    expect(await leaving).toBeFalse();
    online = true;
    page.querySelector<HTMLButtonElement>('.banner button')?.click();
    await settle();
    expect([page.querySelector('.banner'), shapeOf(plan)[0]]).toEqual([null, [[1], [2], [3, 4]]] as never);
    expect(await fixture.componentInstance.mayLeave()).toBeTrue();
  });

  it('takes pages by the mouse to where they are dropped', async () => {
    await open(planOf(8));
    const centre = (element: HTMLElement) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { clientX: left + width / 2, clientY: top + height / 2 };
    };
    cellOf(1).dispatchEvent(new PointerEvent('pointerdown', { ...centre(cellOf(1)), button: 0, bubbles: true, pointerType: 'mouse' }));
    const to = centre(cellOf(4));
    document.dispatchEvent(new PointerEvent('pointermove', { clientX: to.clientX - 20, clientY: to.clientY - 5 }));
    await settle();
    expect(page.querySelector('.mark')?.closest('[data-page]')).toBe(cellOf(4));
    document.dispatchEvent(new PointerEvent('pointerup'));
    await settle();
    expect(shapeOf(plan)).toEqual([[[2], [3, 1, 4]], [[5, 6], [7, 8]]]);
    expect(page.querySelector('.mark')).toBeNull();
  });

  it('shows what is registered as locked, with its number, and lets nothing be done to it', async () => {
    const fixed = { ...planOf(4), envelopes: planOf(4).envelopes.map((envelope) => ({ ...envelope, fixed: true, mail: idOf(8, 1) })) };
    await open(fixed);
    http.expectOne(({ url }) => url.endsWith(`/mails/${idOf(8, 1)}`)).flush({ id: idOf(8, 1), chrono: 'A-2026-000123' });
    await settle();
    expect(page.querySelector('bn-envelope-band')?.textContent).toContain('A-2026-000123');
    await press('ArrowRight');
    await press('s');
    expect(said()).toContain('déjà enregistré');
    expect(sent).toEqual([]);
  });

  it('says what was announced and not found, and is not released before that is settled', async () => {
    const desk = deskOf({ envelopes: [envelopeOf(1, documentOf(1, 1, 2))], aside: [{ file, number: 3, turn: 0, why: 'blank' }] });
    await open(desk.plan, { batch: { ...desk.batch, announcedEnvelopes: 2, announcedPages: 3 } });
    expect(page.querySelector('.gap')?.textContent).toContain('Annoncé 2 plis, trouvé 1.');
    await press('r');
    expect(said()).toContain('Les comptes ne concordent pas');
    await press('ArrowRight');
    await press('S', { shiftKey: true });
    expect(page.querySelector('.gap')).toBeNull();
  });
});
