import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { MailDocument } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { SessionStore } from '../session/session.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { changeOf, describedOf, nothingSaid } from './described.js';
import { DocumentSaid } from './document-said.js';
import { nameOf, typedName } from './names.js';
import { naturesFor } from './natures.js';

const term = (code: string, label: string, more: object = {}) => ({ code, label, scheme: 'nature', altLabels: [], hiddenLabels: [], retired: false, ...more });
const settings = { thesaurus: [term('RESSOURCES', 'Ressources'), term('AVIS', 'Avis d’imposition', { broader: 'RESSOURCES', hiddenLabels: ['revenu fiscal'] }), term('DEVIS', 'Devis', { retired: true }), term('BAIL', 'Bail')], services: [], types: [], trays: [], compartments: [], sites: [] };
const awa = { id: 'a', name: 'Diallo', firstName: 'Awa', birthDate: '1986-04-12' };
const issa = { id: 'i', name: 'Diallo', firstName: 'Issa' };
const turn = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('Saying what a document is and for whom', () => {
  let fixture: ComponentFixture<DocumentSaid>;
  let http: HttpTestingController;
  let done: number;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (name: string): HTMLInputElement => page().querySelector(`[data-field="d-${name}"]`) as HTMLInputElement;
  const settle = async (ms = 0): Promise<void> => {
    fixture.detectChanges();
    await turn(ms);
    fixture.detectChanges();
  };
  const write = async (name: string, text: string, ms = 0): Promise<void> => {
    field(name).focus();
    field(name).value = text;
    field(name).dispatchEvent(new Event('input'));
    await settle(ms);
  };
  const enter = async (name: string): Promise<void> => {
    field(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    await settle();
  };
  const said = () => fixture.componentInstance.said();

  beforeEach(async () => {
    TestBed.configureTestingModule({ imports: [DocumentSaid], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    http = TestBed.inject(HttpTestingController);
    spyOn(TestBed.inject(SessionStore), 'has').and.returnValue(true);
    const reading = TestBed.inject(SettingsStore).read();
    http.expectOne('/bannette/api/v1/settings').flush({ settings, versions: {} });
    await reading;
    fixture = TestBed.createComponent(DocumentSaid);
    fixture.componentRef.setInput('key', 'd');
    fixture.componentRef.setInput('said', nothingSaid);
    document.body.append(page());
    done = 0;
    fixture.componentInstance.done.subscribe(() => done++);
    await settle();
  });

  afterEach(() => page().remove());

  it('takes what the text proposes on Enter in the empty field, and goes on to for whom it is', async () => {
    fixture.componentRef.setInput('proposal', { value: 'AVIS', confidence: 0.8, because: 'revenu fiscal' });
    await settle();
    expect(page().textContent).toContain('parce que la page contient : revenu fiscal');
    field('nature').focus();
    await enter('nature');
    expect(said().nature).toBe('AVIS');
    expect(document.activeElement).toBe(field('for'));
  });

  it('finds a nature by words that are never shown, and offers none that is retired', async () => {
    await write('nature', 'revenu');
    expect([...document.querySelectorAll('mat-option')].map((option) => option.textContent.trim())).toEqual(['Avis d’imposition Ressources']);
    await enter('nature');
    expect(said().nature).toBe('AVIS');
    expect(naturesFor(settings.thesaurus as never, 'devis')).toEqual([]);
  });

  it('keeps no nature that is none', async () => {
    await write('nature', 'nimporte');
    field('nature').dispatchEvent(new Event('blur'));
    await settle();
    expect(said().nature).toBe('');
    expect(page().querySelector('[role="alert"]')).not.toBeNull();
  });

  it('names several people found as one types, and goes on when nothing more is typed', async () => {
    for (const one of [awa, issa]) {
      await write('for', 'dia', 200);
      http.expectOne((request) => request.url.endsWith('/beneficiaries')).flush({ items: [one] });
      await settle();
      await enter('for');
    }
    expect(said().beneficiaries.map(({ id }) => id)).toEqual(['a', 'i']);
    expect(page().textContent).toContain('DIALLO Awa');
    await enter('for');
    expect([done, said().unknown]).toEqual([1, false]);
  });

  it('never takes an unfinished name for nobody known: Enter before the answer chooses nothing', async () => {
    await write('for', 'dial');
    await enter('for');
    expect([said().beneficiaries.length, said().unknown, done]).toEqual([0, false, 0]);
  });

  it('sends of a document only what was changed', () => {
    const document = { id: 'd', nature: 'AVIS', beneficiaries: [awa], beneficiaryUnknown: false } as unknown as MailDocument;
    expect(changeOf(document, describedOf(document))).toBeUndefined();
    expect(changeOf(document, { ...describedOf(document), nature: '' })).toEqual({ id: 'd', nature: null });
    expect(changeOf(document, { nature: 'AVIS', beneficiaries: [awa, issa], unknown: true })).toEqual({ id: 'd', beneficiaries: ['a', 'i'], beneficiaryUnknown: true });
  });

  it('reads a name as people write it', () => {
    expect(typedName('Awa DIALLO')).toEqual({ name: 'DIALLO', firstName: 'Awa' });
    expect(typedName('Diallo Awa 12/04/1986')).toEqual({ name: 'Diallo', firstName: 'Awa' });
    expect(nameOf(awa)).toBe('DIALLO Awa');
  });
});
