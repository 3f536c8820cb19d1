import type { LetterSpec } from './letter.js';
import { createRandom, type Random } from './random.js';
import { recipesOf } from './recipes/all.js';
import type { Annex, Block, Recipe, Say } from './recipes/recipe.js';
import { contracted } from './words/french.js';
import { inventFacts, type Facts } from './words/facts.js';
import { inventSender, type Sender } from './words/sender.js';
import { authority } from './words/territory.js';

/** A letter as words, before it has a look. */
export interface Draft {
  readonly sender: Sender;
  readonly recipient: readonly string[];
  readonly date: string;
  readonly subject: string;
  readonly reference?: string;
  readonly greeting?: string;
  readonly blocks: readonly Block[];
  readonly formula?: string;
  readonly enclosures: readonly string[];
  readonly annexes: readonly Annex[];
  readonly form: boolean;
}

/** The words depend on seed, kind and date alone: whatever the format and the defects, the same person writes the same letter. */
export function draftLetter({ seed, kind, date, format }: Pick<LetterSpec, 'seed' | 'kind' | 'date' | 'format'>): Draft {
  const random = createRandom(`${seed}/${kind}/${date}`);
  const recipe = random.pick(recipesOf(kind));
  const sender = inventSender(random.fork('sender'), random.pick(recipe.authors), recipe.woman);
  const facts = inventFacts(random.fork('facts'), sender, date);
  const choose = (variants: readonly Say[]): string => contracted(random.pick(variants)(facts));
  const subject = choose(recipe.subjects);
  const paragraphs = recipe.body.map(choose).filter(Boolean).map((text): Block => ({ type: 'paragraph', text }));
  const onePage = format === 'png' || format === 'jpeg';
  const annexed = !onePage && random.fork('annexes').chance(0.7);
  return {
    sender, date, subject,
    recipient: [...recipe.to, authority.name, ...authority.address, `${authority.postcode} ${authority.city}`],
    reference: recipe.reference?.(facts),
    blocks: [...paragraphs.slice(0, -1), ...(recipe.blocks?.(facts) ?? []), ...paragraphs.slice(-1)],
    enclosures: random.chance(0.75) ? recipe.enclosures?.(facts) ?? [] : [],
    annexes: annexed ? recipe.annexes?.(facts) ?? [] : [],
    form: recipe.form === true,
    ...courtesy(random, recipe, facts),
  };
}

function courtesy(random: Random, recipe: Recipe, { sender, e }: Facts): Pick<Draft, 'greeting' | 'formula'> {
  if (recipe.form || recipe.bare) return {};
  const president = recipe.to[0]?.includes('Président') === true;
  const you = president ? 'Monsieur le Président' : random.pick(['Madame, Monsieur', 'Monsieur', 'Madame']);
  const formulas = sender.author === 'individual'
    ? [`Veuillez agréer, ${you}, l'expression de mes salutations distinguées.`, `Dans l'attente de votre réponse, je vous prie de croire, ${you}, à l'assurance de mes sentiments respectueux.`, `Très attaché${e} à une suite favorable, je vous adresse, ${you}, mes respectueuses salutations.`]
    : [`Je vous prie d'agréer, ${you}, l'expression de ma considération distinguée.`, `Veuillez croire, ${you}, à l'assurance de ma haute considération.`, `Recevez, ${you}, nos salutations les meilleures.`];
  return { greeting: `${you},`, formula: random.pick(formulas) };
}
