/** Words on paper: what is printed is French, like the law that asks for it. */
export const words = {
  slip: 'Bordereau de destruction de boîtes d’archives',
  withdrawals: 'Pièces à retirer de boîtes conservées',
  campaign: 'Campagne d’élimination',
  visa: 'Visa d’élimination',
  of: 'du',
  manifest: 'Empreinte de la liste (SHA-512)',
  slipColumns: ['Boîte', 'Emplacement', 'Pièces', 'Enlevée', 'Détruite'],
  withdrawalColumns: ['Boîte', 'Emplacement', 'Courrier', 'Numéro imprimé', 'Retirée'],
  boxes: 'boîtes',
  sheets: 'pièces',
  asked: 'Le prestataire détruit ces boîtes en totalité, sans les ouvrir, et remet un certificat de destruction qui nomme chacune d’elles.',
  withdraw: 'Ces pièces sont retirées de leur boîte et détruites ; les autres pièces de la boîte y restent.',
  contractor: 'Prestataire (nom, date, signature)',
  house: 'Remis par (nom, date, signature)',
  page: 'Page',
} as const;
