import { sameTextBecause, type ReadText } from './compare.js';
import { bandKeys, textPrint } from './print.js';
import { stretchesOf } from './differences.js';

const letter = (who: { name: string; number: string; on: string; amount: string }): string => `Conseil départemental de la Lys
Direction de l'enfance et de la famille
${who.on}
Madame, Monsieur ${who.name}
Référence du dossier : ${who.number}
Objet : versement de l'allocation

Madame, Monsieur,
Par courrier reçu dans nos services, vous avez demandé le versement de l'allocation prévue par le règlement départemental d'aide
sociale. Après examen de votre situation et des pièces que vous avez jointes à votre demande, j'ai le plaisir de vous informer
qu'une somme de ${who.amount} euros vous sera versée sur le compte bancaire dont vous nous avez communiqué les coordonnées. Ce
versement interviendra au plus tard à la fin du mois prochain. Si votre situation devait changer, vous voudrez bien en informer
le service sans attendre, en joignant tout document utile. Vous disposez d'un délai de deux mois pour contester cette décision
devant le tribunal administratif, après un recours préalable adressé au président du conseil départemental.
Je vous prie d'agréer, Madame, Monsieur ${who.name}, l'expression de mes salutations distinguées.`;
const dupont = letter({ name: 'Dupont', number: '2026-004417', on: 'Le 12 mars 2026', amount: '350' });
const martin = letter({ name: 'Martin', number: '2026-004583', on: 'Le 3 avril 2026', amount: '512' });
const roads = `Monsieur le maire, les riverains de la rue des Tilleuls vous signalent depuis plusieurs semaines un affaissement de la chaussée
à hauteur du numéro quarante. Les voitures doivent s'écarter, les enfants qui vont à l'école marchent au milieu de la route et deux
chutes de cyclistes sont à déplorer. Nous vous demandons de faire examiner la chaussée et de mettre en place une signalisation sans
attendre les travaux. Une pétition signée par quarante-deux habitants du quartier est jointe à cette lettre. Nous restons à votre
disposition pour vous rencontrer sur place. Veuillez recevoir nos salutations respectueuses. Le comité des riverains.`;

/** What a reader of images does to a text: letters taken for others, lost, or made of spots; the same for the same seed. */
function read(text: string, errors: number, seed: number): string {
  let state = seed;
  const random = (): number => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0), state / 2 ** 32);
  const taken: { readonly [letter: string]: string } = { e: 'c', c: 'e', l: '1', i: 'l', o: '0', a: 'o', n: 'u', u: 'n', m: 'rn', s: '5', t: 'f', h: 'b', é: 'e', r: 'i', d: 'cl' };
  return [...text]
    .map((letter) => {
      if (random() >= errors) return letter;
      const how = random();
      if (how < 0.7) return taken[letter] ?? letter;
      if (how < 0.85) return '';
      return how < 0.93 ? `${letter} ` : `${letter}.`;
    })
    .join('');
}
const readText = (text: string): ReadText => ({ text, print: textPrint(text) ?? [] });
const because = (one: string, other: string) => sameTextBecause(readText(one), readText(other));
const met = (one: string, other: string): boolean => bandKeys(textPrint(one) ?? []).some((key) => bandKeys(textPrint(other) ?? []).includes(key));

describe('two letters by their texts', () => {
  it('knows a letter that was scanned twice, however differently it was read', () => {
    for (const errors of [0, 0.01])
      for (let seed = 1; seed <= 20; seed++) {
        const [one, other] = [read(dupont, errors, seed), read(dupont, errors, seed + 1000)];
        const found = because(one, other);
        expect([met(one, other), found?.code]).withContext(`${errors} ${seed} ${JSON.stringify(found)}`).toEqual([true, 'sameText']);
      }
  });

  it('finds it again nearly always where one letter in twenty-five was misread both times, and says what it is not sure of', () => {
    const tries = Array.from({ length: 50 }, (_, seed) => [read(dupont, 0.04, seed), read(dupont, 0.04, seed + 1000)] as const);
    expect(tries.filter(([one, other]) => met(one, other) && because(one, other)).length).toBeGreaterThan(42);
    expect(tries.filter(([one, other]) => because(one, other)?.code === 'sameText').length).toBeGreaterThan(35);
  });

  it('says of two letters of one form what differs in them', () => {
    const found = because(dupont, martin);
    expect(found?.code).toBe('sameForm');
    const said = found && 'differences' in found ? found.differences.flatMap(({ one, other }) => [one, other]).join(' ') : '';
    for (const fact of ['Dupont', 'Martin', '2026-004417', '2026-004583', '350', '512']) expect(said).toContain(fact);
  });

  it('never takes them for one, however they were read', () => {
    for (let seed = 1; seed <= 30; seed++) expect(because(read(dupont, 0.03, seed), read(martin, 0.03, seed + 99))?.code).not.toBe('sameText');
  });

  it('tells numbers that follow one another apart, and forgives one figure that looks like another', () => {
    const numbered = (number: string): string => letter({ name: 'Dupont', number, on: 'Le 12 mars 2026', amount: '350' });
    expect(because(numbered('2026-004417'), numbered('2026-004418'))?.code).toBe('sameForm');
    expect(because(numbered('2026-004417'), numbered('2026-004411'))?.code).toBe('sameText');
  });

  it('says nothing of letters that have little in common, nor of texts that say too little', () => {
    expect(because(dupont, roads)).toBeUndefined();
    expect(textPrint('Accusé de réception. Merci.')).toBeUndefined();
  });

  it('shows a stamp that only one of them bears beside nothing', () => {
    const stamped = dupont.replace('Objet :', 'ARRIVÉ le 14 mars courrier central\nObjet :');
    expect(because(dupont, stamped)?.code).toBe('sameText');
    expect(stretchesOf(dupont, stamped).filter(({ kind }) => kind === 'only')).toEqual([{ one: '', other: 'ARRIVÉ le 14 mars courrier central', kind: 'only' }]);
  });

  it('takes a long text no longer than a short one', () => {
    expect(stretchesOf(dupont.repeat(40), martin.repeat(40)).length).toBeLessThan(2000);
  });
});
