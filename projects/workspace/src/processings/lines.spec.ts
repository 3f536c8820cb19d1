import { linesIn, pairsIn, pairsText } from './lines.js';

describe('A list that is typed', () => {
  it('has an entry a line, without blanks', () => expect(linesIn(' Usagers \n\n Agents\n')).toEqual(['Usagers', 'Agents']));
  it('of pairs has both parts of each, and says which is missing', () => {
    expect(pairsIn('Hébergeur SA : hébergement : nuit et jour\nÉditeur')).toEqual([['Hébergeur SA', 'hébergement : nuit et jour'], ['Éditeur', '?']]);
    expect(pairsIn(pairsText([['Suisse', 'décision d’adéquation']]))).toEqual([['Suisse', 'décision d’adéquation']]);
  });
});
