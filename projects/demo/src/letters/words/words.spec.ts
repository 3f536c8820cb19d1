import { createRandom } from '../random.js';
import { contracted, euros, longDate, plusDays, stampDate } from './french.js';
import { inventSender } from './sender.js';
import { delegations, towns } from './territory.js';

describe('The invented département', () => {
  it('has six delegations whose ranges of postcodes do not meet', () => {
    const ranges = delegations.map(({ postcodes }) => postcodes).sort();
    expect(ranges.length).toBe(6);
    ranges.slice(1).forEach(([first], index) => expect(first > (ranges[index]?.[1] ?? '')).toBeTrue());
  });

  it('has towns that each belong to one delegation, the seats among them', () => {
    for (const { postcode, city } of towns) expect(delegations.filter(({ postcodes: [first, last] }) => postcode >= first && postcode <= last).length).withContext(city).toBe(1);
    for (const { city } of delegations) expect(towns.some((town) => town.city === city)).withContext(city).toBeTrue();
    expect(new Set(towns.map(({ postcode }) => postcode)).size).toBe(towns.length);
  });

  it('has people who write from its towns', () => {
    const sender = inventSender(createRandom('x'), 'individual');
    expect(towns).toContain(sender.town);
    expect(sender.name).toMatch(/^(Madame|Monsieur) \p{Lu}/u);
    expect(inventSender(createRandom('x'), 'townHall').kind).toBe('administration');
  });
});

describe('French', () => {
  it('writes days as letters and stamps do', () => {
    expect([longDate('2026-05-01'), longDate('2026-03-12'), stampDate('2026-03-12')]).toEqual(['1er mai 2026', '12 mars 2026', '12 MAR. 2026']);
    expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('writes sums with a comma and spaced thousands', () => {
    expect([euros(5), euros(124_050), euros(123_456_700)]).toEqual(['0,05 €', '1 240,50 €', '1 234 567,00 €']);
  });

  it("joins a preposition and a town's article", () => {
    expect(contracted("à Les Ormelets, de Le Pré-Mesnard, à L'Anse-Rousse, à La Barre")).toBe("aux Ormelets, du Pré-Mesnard, à L'Anse-Rousse, à La Barre");
  });
});
