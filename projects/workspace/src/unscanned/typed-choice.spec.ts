import { TypedChoice } from './typed-choice.js';

describe('Typing into a list', () => {
  const entries = ['Pli personnel', 'Pli médical', 'Offre sous pli'].map((label) => ({ label }));
  const typed = (...keys: [key: string, at: number][]) => {
    const choice = new TypedChoice();
    return keys.map(([key, at]) => choice.find({ key, timeStamp: at, ctrlKey: false, altKey: false, metaKey: false } as KeyboardEvent, entries)?.label).at(-1);
  };
  it('chooses with each letter, without accents', () => {
    expect([typed(['p', 1000]), typed(['P', 1000], ['l', 1050], ['i', 1100], [' ', 1150], ['m', 1200], ['e', 1250]), typed(['o', 1000])]).toEqual(['Pli personnel', 'Pli médical', 'Offre sous pli']);
  });
  it('begins anew after a pause, and takes no keys that do something else', () => {
    expect([typed(['p', 1000], ['o', 3000]), typed(['Tab', 1000])]).toEqual(['Offre sous pli', undefined]);
  });
});
