import type { DataPlace, Duration, InsideAccess, LawfulBasis, MeasureCode, ProcessingEntry, RetentionTrigger, SpecialCondition, SpecialDataKind } from '@bannette/domain';

/** What is written in the register of processings: it is kept in French, whatever the language of the screen. */
export const words = {
  title: 'Registre des activités de traitement',
  law: 'Règlement (UE) 2016/679, article 30',
  export: 'export n°',
  made: 'Établi le',
  by: 'par',
  version: 'Version publiée',
  controller: 'Responsable du traitement',
  represented: 'Représenté par',
  dpo: 'Délégué à la protection des données',
  measures: 'Mesures de sécurité communes, d’après la configuration',
  places: 'Lieux de conservation des données',
  page: 'page',
  none: 'Néant',
  toSay: 'À compléter',
  noTransfer: 'Aucun transfert hors de l’Union européenne',
  notAgreed: 'durée non agréée par les archives',
  agreed: 'agréée',
  register: 'Le registre du courrier est une série distincte : il a sa propre durée et son propre visa, son accès est restreint, et il subsiste après l’élimination des courriers.',
  registerShort: 'Registre du courrier',
  mails: (count: number): string => (count === 1 ? '1 courrier' : `${count} courriers`),
  years: (count: number): string => (count === 0 ? 'immédiat' : count === 1 ? '1 an' : `${count} ans`),
} as const;

export const bases: { readonly [basis in LawfulBasis]: string } = {
  consent: 'Consentement (art. 6.1 a)', contract: 'Contrat (art. 6.1 b)', legalObligation: 'Obligation légale (art. 6.1 c)', vitalInterests: 'Sauvegarde des intérêts vitaux (art. 6.1 d)',
  publicTask: 'Mission d’intérêt public (art. 6.1 e)', legitimateInterests: 'Intérêt légitime (art. 6.1 f)',
};
export const conditions: { readonly [condition in SpecialCondition]: string } = {
  consent: 'Consentement explicite (art. 9.2 a)', socialLaw: 'Droit du travail et de la protection sociale (art. 9.2 b)', vitalInterests: 'Intérêts vitaux (art. 9.2 c)', association: 'Activités d’un organisme (art. 9.2 d)',
  madePublic: 'Données rendues publiques par la personne (art. 9.2 e)', legalClaims: 'Droits en justice (art. 9.2 f)', publicInterest: 'Intérêt public important (art. 9.2 g)', healthAndSocialCare: 'Prise en charge sanitaire ou sociale (art. 9.2 h)',
  publicHealth: 'Santé publique (art. 9.2 i)', archives: 'Archives dans l’intérêt public (art. 9.2 j)',
};
export const specials: { readonly [kind in SpecialDataKind]: string } = {
  origin: 'origine raciale ou ethnique', politics: 'opinions politiques', religion: 'convictions religieuses ou philosophiques', union: 'appartenance syndicale', genetic: 'données génétiques', biometric: 'données biométriques',
  health: 'santé', sexLife: 'vie ou orientation sexuelle', offences: 'infractions et condamnations (art. 10)',
};
export const accesses: { readonly [access in InsideAccess]: string } = { services: 'agents de ces services', mailRoom: 'service courrier', headsAndSecretaries: 'responsables et secrétariats seulement', cleared: 'seules personnes habilitées' };
export const places: { readonly [place in DataPlace]: string } = { alfresco: 'Alfresco (documents et pièces)', embeddedRepository: 'dépôt embarqué (documents et pièces)', database: 'base PostgreSQL (description, suivi, journal)', spool: 'zone d’attente locale, jusqu’au versement dans Alfresco', paper: 'papier (boîtes d’archives, plis non numérisés)' };
export const assessments: { readonly [state in NonNullable<ProcessingEntry['assessment']>['state']]: string } = { notNeeded: 'non requise', toDo: 'à faire', done: 'faite' };
const fates: { readonly [fate in Duration['finalSort']]: string } = { D: 'élimination après visa', C: 'conservation définitive', T: 'tri' };
const triggers: { readonly [trigger in RetentionTrigger]: string } = {
  FIN_ANNEE: 'la fin de l’année', FIN_MANDAT: 'la fin du mandat', DATE_DOC: 'la date du document', CLOTURE: 'la clôture', FIN_VALIDITE: 'la fin de validité', FIN_EXERCICE: 'la fin de l’exercice', NOTIFICATION: 'la notification',
  FIN_EXECUTION: 'la fin d’exécution', DERNIER_CONTACT: 'le dernier contact', NAISSANCE: 'la naissance', FIN_DROIT: 'la fin du droit', DECES: 'le décès', FIN_CONTENTIEUX: 'la fin du contentieux',
};
const measures: { readonly [code in MeasureCode]: string } = {
  accessByGroup: 'accès par groupes de service et habilitations, dans Bannette et dans Alfresco', chainedJournal: 'journal de toutes les actions, chaîné et non modifiable', sealedJournal: 'journal scellé plusieurs fois par jour', timestamps: 'horodatage RFC 3161 des scellements',
  antivirus: 'antivirus sur tout fichier reçu', identityService: 'authentification par le service d’identité de la collectivité (OpenID Connect)', signedRegister: 'registre quotidien signé électroniquement', twoPersons: 'élimination décidée par deux personnes, sous visa des archives', backups: 'sauvegardes conservées {days} jours',
};
export const measureWords = (code: MeasureCode, params: { readonly [name: string]: string | number } = {}): string => measures[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** `SOC-05 Dossiers… : 5 ans après la clôture, puis élimination après visa ; données personnelles : 2 ans`. */
export function durationWords({ code, label, years, trigger, finalSort, currentUseYears, personalDataYears, agreed }: Duration): string {
  const parts = [
    `${code} ${label} : ${words.years(years)} après ${triggers[trigger]}, puis ${fates[finalSort]}`,
    ...(currentUseYears === undefined ? [] : [`usage courant ${words.years(currentUseYears)}`]),
    ...(personalDataYears === undefined ? [] : [`données personnelles ${words.years(personalDataYears)}, puis accès restreint et proposition d’élimination`]),
    agreed ? `${words.agreed} (${agreed.reference})` : words.notAgreed,
  ];
  return parts.join(' ; ');
}
