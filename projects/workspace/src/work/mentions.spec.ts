import { mentionAt, stillMentioned, withMention } from './mentions.js';

describe('A mention', () => {
  it('begins with an @ at the beginning of a word, and may hold a name and a family name', () => {
    expect([mentionAt('@', 1)?.typed, mentionAt('vu @Ma', 6)?.typed, mentionAt('@Marc Del', 9)?.typed]).toEqual(['', 'Ma', 'Marc Del']);
    expect([mentionAt('a@b', 3), mentionAt('rien', 4), mentionAt('@Marc Delmas a dit', 18)]).toEqual([undefined, undefined, undefined]);
  });

  it('puts the whole name where it was begun, in the middle of a text too', () => {
    expect(withMention('Vois @Ma pour la suite', 8, 'Marc Delmas')).toEqual({ text: 'Vois @Marc Delmas  pour la suite', caret: 18 });
  });

  it('is none any more once its name is taken out of the text', () => {
    expect(stillMentioned('Vois @Marc Delmas', [{ displayName: 'Marc Delmas' }, { displayName: 'Inès Kaci' }])).toEqual([{ displayName: 'Marc Delmas' }]);
  });
});
