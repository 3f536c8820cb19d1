import { formsSetting } from '@bannette/domain';
import { addedField, bothWords, formOf, keyFrom, movedField, withOwnForm, withSections, withoutForm } from './edit.js';

const empty = formsSetting.parse({});
const named = (sections: ReturnType<typeof movedField>): string => sections.map(({ fields }) => fields.map(({ field }) => field).join(' ')).join(' | ');

describe('Forms as they are changed', () => {
  it('begin with what stood in for them, and go back to it', () => {
    const own = withOwnForm(empty, 'call', 'RSA');
    expect(formOf(own, 'call', 'RSA')?.sections[0]?.fields[0]?.field).toBe('parties');
    expect(formsSetting.parse(own)).toEqual(own);
    const form = formOf(own, 'call', 'RSA');
    expect(form && withoutForm(own, form)).toEqual(empty);
  });

  it('move a field within its section and into the next one, and never out of the form', () => {
    const sections = [{ fields: ['one', 'two'].map((field) => ({ field, required: false, hidden: false, showWhen: [], requireWhen: [] })) }, { fields: [] }];
    expect(named(movedField(sections, 0, 0, 1))).toBe('two one | ');
    expect(named(movedField(sections, 0, 1, 1))).toBe('one | two');
    expect(named(movedField(sections, 0, 0, -1))).toBe('one two | ');
    expect(named(addedField(sections, 1, 'three'))).toBe('one two | three');
    const own = withOwnForm(empty, 'note', undefined);
    const form = formOf(own, 'note', undefined);
    expect(form && formOf(withSections(own, form, () => sections), 'note', undefined)?.sections).toEqual(sections);
  });

  it('give a new field a key that nobody has', () => {
    expect(keyFrom('N° de marché', [])).toBe('nDeMarche');
    expect(keyFrom('Montant', ['montant', 'montant2'])).toBe('montant3');
    expect(keyFrom('2', [])).toBe('field');
    expect(bothWords(' ', 'x')).toBeUndefined();
  });
});
