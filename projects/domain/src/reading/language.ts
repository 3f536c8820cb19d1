/** Languages that a page's words are told by, as Tesseract codes them. */
export const knownLanguages = ['fra', 'eng', 'deu', 'spa', 'ita', 'nld', 'por'] as const;
export type KnownLanguage = (typeof knownLanguages)[number];

/** Words that hardly any sentence does without; those that several languages share count for none. */
const SMALL_WORDS: Readonly<Record<KnownLanguage, string>> = {
  fra: 'le les des du et est une dans pour que qui vous nous je il elle ce cette sur par pas avec votre notre mes mon ma au aux sont ont été être avoir madame monsieur ne plus leur ses afin ainsi vos nos suis avez',
  eng: 'the of and to in that is was for with you we this your our from have has are not be it on my by which would will dear please sincerely their they been were but',
  deu: 'der die das und ist nicht mit für auf den dem ein eine einer sich auch wir sie ich ihre ihr unser von zu bei nach aus werden wurde sehr geehrte haben hat sind oder als',
  spa: 'el los las una que por con del para usted nuestro como más pero sus ha han está este esta señor señora y muy ser son fue hasta desde cuando su',
  ita: 'il gli di che per con una della del dei nel sono alla questo questa anche più come egregio signore è non si ha hanno dal dalla suo sua essere stato',
  nld: 'het een van en niet met voor dat zijn deze wij uw ons ook bij naar wordt worden geachte heer mevrouw aan heeft hebben maar als door kunnen',
  por: 'os uma não com para dos das ao pelo pela você nosso senhor senhora foi são está mais muito seu sua que do da em um por ser ter',
};

const FEWEST_WORDS = 5;
/** Of all words; a list or a form may have a few by chance. */
const FEWEST_SHARE = 0.1;
/** The language must have this many times the small words of the next. */
const CLEARLY_MORE = 1.5;

const languagesOf = new Map<string, KnownLanguage[]>();
for (const language of knownLanguages) {
  for (const word of SMALL_WORDS[language].split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** How often small words of each language occur. */
export function smallWords(text: string): ReadonlyMap<KnownLanguage, number> {
  const counts = new Map<KnownLanguage, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  return counts;
}

/** The language that a text is in, by its small words; undefined when they are too few, or speak for several. */
export function languageOf(text: string): KnownLanguage | undefined {
  const [first, second] = [...smallWords(text)].sort(([, a], [, b]) => b - a);
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (!first || first[1] < Math.max(FEWEST_WORDS, words * FEWEST_SHARE) || (second && first[1] < second[1] * CLEARLY_MORE)) return undefined;
  return first[0];
}
