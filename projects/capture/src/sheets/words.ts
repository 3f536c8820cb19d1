/** What is printed on sheets: paper speaks French, whatever the language of the screen. */
export const words = {
  separators: 'Feuilles de séparation',
  separator: 'Feuille de séparation',
  newLetter: 'Nouveau courrier',
  service: 'Service',
  type: 'Type de courrier',
  identification: 'Feuille d’identification',
  labels: 'Étiquettes',
  separatorUse: 'À placer avant le premier feuillet du courrier, puis à numériser avec lui. Cette feuille est écartée à la lecture et peut resservir.',
  identificationUse: 'À placer avant les feuillets qui se rattachent à ce courrier, puis à numériser avec eux.',
  whole: 'Ne rien écrire sur les codes. Imprimer à 100 %, sans mise à l’échelle.',
} as const;
