/** French words of the report and the certificate, which are papers and no pages. */
export const words = {
  report: 'Rapport d’élimination',
  certificate: 'Attestation de destruction',
  columns: ['Place', 'Nature', 'Numéro', 'Identifiant', 'Article', 'Année', 'Échéance', 'Ligne', 'Documents', 'Octets', 'Empreintes SHA-512', 'Sort', 'Le', 'Motif'],
  kinds: { mail: 'Courrier', register: 'Registre du jour' },
  states: { destroyed: 'Détruit', kept: 'Conservé', failed: 'Non détruit', refused: 'Visa refusé', pending: 'En attente', executing: 'En cours', listed: 'Listé' },
  page: 'page',
  lines: ['Ligne', 'Article', 'Année', 'Listés', 'Détruits', 'Conservés', 'Visa refusé', 'Échecs', 'Octets détruits'],
  root: 'Racine de Merkle (RFC 6962, SHA-256) des lignes du rapport',
  manifest: 'Empreinte SHA-512 de la liste visée (manifeste)',
  csv: 'Empreinte SHA-256 du rapport détaillé (CSV)',
  exceptions: 'Éléments qui n’ont pas été détruits',
  none: 'Aucun : tout ce que le visa accorde a été détruit.',
  more: 'Les autres figurent dans le rapport détaillé (CSV).',
  executed: 'Exécution terminée le',
  reason: 'Attestation de destruction',
  unsigned: 'Attestation non scellée : aucune clé de signature n’est configurée.',
  sealed: 'Scellée par',
  law: 'Code du patrimoine, articles L. 212-2 et R. 212-14.',
} as const;

/** Why something was not destroyed, as the report says it. */
export const reasons: { readonly [code: string]: string } = {
  held: 'gelé', heldInAlfresco: 'gelé dans Alfresco', open: 'rouvert', affairOpen: 'dossier ouvert', linkedOpen: 'lié à un courrier en cours', personalRequest: 'demande d’une personne en cours', notDeclared: 'n’est plus un dossier d’archives daté', noRow: 'article disparu du tableau de gestion', notAgreed: 'article sans accord',
  fate: 'sort final changé', rowChanged: 'article devenu plus long', rowDrift: 'plan de classement différent du tableau', notDue: 'pas encore échu', datesDiffer: 'échéances différentes', noTrigger: 'point de départ inconnu', goneFromAlfresco: 'absent d’Alfresco', alertOpen: 'alerte ouverte', recordChanged: 'changé depuis l’arrêt de la liste', contentShared: 'contenu partagé', unreadable: 'illisible', eliminated: 'déjà éliminé', otherCampaign: 'pris par une autre campagne',
  belowMinimum: 'durée sous le minimum', takenOut: 'retiré de la liste', visaRefused: 'visa refusé', contentAltered: 'contenu altéré', destroyedByOthers: 'détruit hors de la campagne', partlyDestroyed: 'détruit en partie', bytesRemain: 'contenu encore lisible', notDone: 'refusé par Alfresco',
};

/** The fonts of our papers lack the narrow space that French numbers have. */
const plain = (text: string): string => text.replaceAll('\u202f', '\u00a0');
export const countOf = (count: number): string => plain(new Intl.NumberFormat('fr-FR').format(count));
export const bytesOf = (bytes: number): string => plain(`${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(bytes >= 1e6 ? bytes / 1e6 : bytes / 1e3)} ${bytes >= 1e6 ? 'Mo' : 'ko'}`);
