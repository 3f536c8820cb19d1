import { TestBed } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { builtInFields, fieldsOf, fieldTypes, formFor, mailKinds, type AskedField, type FieldType } from '@bannette/domain';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { FormFieldControl } from './form-field.js';

const custom = (type: FieldType): AskedField => ({ field: `own${type}`, control: type, always: false, required: true, hidden: false, showWhen: [], requireWhen: [], custom: { key: `own${type}`, type, label: { fr: `Champ ${type}` }, choices: type === 'list' || type === 'multiList' ? [{ code: 'A', label: { fr: 'Un choix' } }] : [] } });

describe('A field of a form', () => {
  const marks = '.mat-mdc-form-field-required-marker, .mdc-floating-label--required';
  const marked = (page: HTMLElement): boolean => page.querySelector(marks) !== null || (page.textContent ?? '').includes('*');
  const shown = async (asked: AskedField, inputs: object, later: object = {}): Promise<HTMLElement> => {
    const fixture = TestBed.createComponent(FormFieldControl);
    for (const [name, value] of Object.entries({ asked, kind: 'call', values: {}, ...inputs })) fixture.componentRef.setInput(name, value);
    for (const change of [{}, later, {}]) {
      for (const [name, value] of Object.entries(change)) fixture.componentRef.setInput(name, value);
      fixture.detectChanges();
      await fixture.whenStable();
    }
    return fixture.nativeElement as HTMLElement;
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ imports: [FormFieldControl], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
  });

  const all = [...mailKinds.flatMap((kind) => builtInFields[kind].flatMap(({ key }) => fieldsOf(formFor(kind, undefined, { fields: [], forms: [] })).filter(({ field }) => field === key))), ...fieldTypes.map(custom)];
  const once = all.filter(({ control }, at) => all.findIndex((one) => one.control === control) === at);

  for (const asked of once) {
    it(`that can’t be left empty bears an asterisk and says so to who hears it: ${asked.control}`, async () => {
      const page = await shown(asked, { required: true });
      expect(marked(page)).withContext('asterisk').toBeTrue();
      expect(page.querySelector('[required], [aria-required="true"]') ?? (page.textContent?.includes('obligatoire') || null)).withContext('told').not.toBeNull();
      const free = await shown(asked, { required: false });
      expect(marked(free)).withContext('no asterisk').toBeFalse();
      expect(free.querySelector('[aria-required="true"]')).toBeNull();
    });
  }

  it('points at the words that say what is wrong', async () => {
    const page = await shown(custom('text'), { required: true }, { flaw: 'À remplir' });
    const id = page.querySelector('input')?.getAttribute('aria-errormessage') ?? '';
    expect(page.querySelector(`[id="${id}"]`)?.textContent).toBe('À remplir');
    expect(page.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('that asks yes or no and can’t be left empty takes a no for an answer', async () => {
    const page = await shown(custom('yesNo'), { required: true });
    expect(page.querySelector('mat-select')).not.toBeNull();
    expect((await shown(custom('yesNo'), { required: false })).querySelector('mat-checkbox')).not.toBeNull();
  });
});
