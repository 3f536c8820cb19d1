import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import type { Mail } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { mail } from '../testing/samples.js';
import { QualificationForm } from './qualification-form.js';

const type = (code: string, label: string) => ({ code, label, delay: { amount: 15, unit: 'workingDays' }, confidentiality: 0, scheduleRow: 'R', keywords: [] });
const settings = {
  types: [type('RECLAMATION', 'Réclamation'), type('RSA', 'Revenu de solidarité active')],
  services: [{ code: 'A', label: 'Autonomie', kind: 'service', compartments: [] }],
  trays: [{ id: 'insertion', label: 'Insertion', service: 'A' }],
  rules: [{ id: 'rsa', label: 'RSA', enabled: true, when: { types: ['RSA'] }, tray: 'insertion' }],
  compartments: [],
};
const read = (value: string) => ({ value, confidence: 0.82, because: value });
const captured = mail('1', {
  state: 'toQualify',
  actions: ['qualify'],
  proposals: { type: read('RSA'), senderName: read('Mme Barthélémy'), subject: read('Demande de RSA'), receivedAt: read('2020-11-20'), documentDate: read('2020-11-18'), postcode: read('34070') },
});

describe('Qualifying by keyboard', () => {
  let fixture: ComponentFixture<QualificationForm>;
  let confirmed: object[];
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (name: string): HTMLInputElement => page().querySelector(`[data-field="${name}"]`) as HTMLInputElement;
  const settle = async (): Promise<void> => {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await settle();
  };
  const write = async (name: string, text: string): Promise<void> => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('input'));
    await settle();
  };
  const open = async (it: Mail): Promise<void> => {
    fixture.componentRef.setInput('mail', it);
    await settle();
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ imports: [QualificationForm], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    const reading = TestBed.inject(SettingsStore).read();
    TestBed.inject(HttpTestingController).expectOne('/bannette/api/v1/settings').flush({ settings, versions: {} });
    await reading;
    fixture = TestBed.createComponent(QualificationForm);
    document.body.append(page());
    confirmed = [];
    fixture.componentInstance.confirmed.subscribe((body) => confirmed.push(JSON.parse(JSON.stringify(body)) as object));
    await open(captured);
  });

  afterEach(() => page().remove());

  it('begins in the first field, with the day of the stamp and its reason', () => {
    expect(document.activeElement).toBe(field('type'));
    expect(field('receivedAt').value).toBe('2020-11-20');
    expect(page().textContent).toContain('parce que le tampon porte « 2020-11-20 »');
  });

  it('accepts what was read field by field on Enter, and confirms on Ctrl+Enter', async () => {
    for (let at = 0; at < 8; at++) await press('Enter');
    await press('Enter', { ctrlKey: true });
    expect(confirmed).toEqual([{ type: 'RSA', subject: 'Demande de RSA', receivedAt: '2020-11-20', documentDate: '2020-11-18', sender: { kind: 'individual', name: 'Mme Barthélémy', postcode: '34070' } }]);
  });

  it('keeps what the operator typed against what was read', async () => {
    await write('subject', 'Recours contre un refus');
    field('subject').focus();
    await press('Enter');
    expect(field('subject').value).toBe('Recours contre un refus');
    expect(document.activeElement).toBe(field('receivedAt'));
  });

  it('says how sure a proposal is, and why', () => {
    expect(page().querySelector('bn-proposal')?.textContent).toContain('sûr à 82 %, parce que la page contient : RSA');
  });

  it('says which tray the rules would choose while no service is', async () => {
    await press('Enter');
    expect(page().textContent).toContain('Selon les règles : Insertion');
  });

  it('asks for nothing that the form of its type hides, until what was said calls for it', async () => {
    const shown = (field: string, showWhen: object[] = []) => ({ field, required: false, hidden: false, showWhen, requireWhen: [] });
    const fields = [shown('service'), shown('confidentiality', [{ field: 'service', operator: 'is', value: 'A' }]), { ...shown('documentDate'), hidden: true }];
    const reading = TestBed.inject(SettingsStore).read();
    TestBed.inject(HttpTestingController).expectOne('/bannette/api/v1/settings').flush({ settings: { ...settings, forms: { fields: [], forms: [{ kind: 'incoming', sections: [{ fields }] }] } }, versions: {} });
    await reading;
    await settle();
    expect(['service', 'documentDate', 'postmarkDate', 'confidentiality'].map((name) => !!field(name))).toEqual([true, false, false, false]);
    fixture.componentInstance['group'].controls.service.setValue('A');
    await settle();
    expect(!!field('confidentiality')).toBeTrue();
  });

  it('confirms nothing that lacks what the trade asks, and goes to the first gap', async () => {
    await press('Enter', { ctrlKey: true });
    expect(confirmed).toEqual([]);
    expect(document.activeElement).toBe(field('type'));
    expect(page().querySelectorAll('.flaw').length).toBe(3);
  });

  it('keeps what was typed when the same mail is read again, and starts afresh for the next', async () => {
    await write('subject', 'Réclamation');
    await open({ ...captured, revision: 2 });
    expect(field('subject').value).toBe('Réclamation');
    await open({ ...captured, id: '2' });
    expect(field('subject').value).toBe('');
  });
});
