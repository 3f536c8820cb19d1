import { president, type Recipe } from './recipe.js';

/** Town halls, associations, elected people and unions. */
export const institutionRecipes: readonly Recipe[] = [
  {
    kind: 'INVITATION', authors: ['association', 'townHall', 'college'], to: president,
    subjects: [(f) => `Invitation à l'inauguration du ${f.ahead(15, 45)}`, () => "Invitation à l'assemblée générale", (f) => `Invitation – cérémonie à ${f.place.city}`],
    body: [
      [(f) => `J'ai le plaisir de vous inviter à la cérémonie qui se tiendra le ${f.ahead(15, 45)} à ${f.int(10, 18)} heures, à la salle des fêtes de ${f.place.city}.`, (f) => `Nous serions très honorés de votre présence le ${f.ahead(15, 45)} à ${f.int(10, 18)} h 30, à l'occasion de cette journée qui réunira habitants, élus et partenaires.`],
      [() => "Cette rencontre sera l'occasion de présenter le travail accompli depuis un an, auquel le Département a pris une large part, et d'échanger sur les projets à venir.", () => "Au programme : visite des lieux, prises de parole, remise de distinctions aux bénévoles, puis verre de l'amitié."],
      [(f) => `Pour la bonne organisation de cette manifestation, je vous saurais gré de confirmer votre présence avant le ${f.ahead(5, 12)}.`, () => 'Si votre emploi du temps ne vous permettait pas de vous joindre à nous, nous serions heureux d\'accueillir la personne que vous voudrez bien désigner pour vous représenter.'],
      [() => "Dans l'attente du plaisir de vous accueillir, je vous remercie de votre fidèle soutien."],
    ],
  },
  {
    kind: 'SUBVENTION', authors: ['association', 'association', 'townHall'], to: ['Direction de la culture, des sports et de la vie associative', ...president],
    subjects: [(f) => `Demande de subvention pour l'année ${f.year}`, (f) => `Demande de subvention – ${f.pick('fonctionnement', 'équipement', 'manifestation')} ${f.year}`],
    body: [
      [(f) => `J'ai l'honneur de solliciter auprès du Département une subvention de ${f.grant} pour soutenir nos activités de l'année ${f.year}.`, (f) => `Notre structure, installée à ${f.place.city}, présente au titre de l'année ${f.year} une demande de subvention de fonctionnement d'un montant de ${f.grant}.`],
      [(f) => `Forte de ${f.int(45, 320)} adhérents, elle propose toute l'année des ateliers ouverts à tous, à des tarifs qui tiennent compte des ressources des familles. Trois séances sur quatre affichent complet.`, (f) => `L'an passé, ${f.int(12, 40)} rencontres ont rassemblé près de ${f.int(400, 2600)} personnes venues de tout le canton, grâce à l'engagement de ${f.int(10, 35)} bénévoles.`],
      [() => "L'aide demandée servira à renouveler le matériel, devenu vétuste, et à rémunérer une intervenante pour les publics éloignés.", () => "Elle nous permettrait d'ouvrir un second créneau destiné aux personnes âgées et aux collégiens de la commune."],
      [() => 'Vous trouverez ci-joint le dossier complet. Nous nous tenons à la disposition de vos services pour le présenter.'],
    ],
    enclosures: () => ['budget prévisionnel', "rapport d'activité", "relevé d'identité bancaire"],
    annexes: (f) => [{ title: `Budget prévisionnel ${f.year}`, blocks: [
      { type: 'table', columns: [{ title: 'Charges', share: 0.32 }, { title: 'Montant', share: 0.18, right: true }, { title: 'Produits', share: 0.32 }, { title: 'Montant', share: 0.18, right: true }], rows: [
        ['Achats et fournitures', f.amount(300, 1800), 'Cotisations', f.amount(900, 4000)], ['Location de salle', f.amount(300, 1500), 'Billetterie', f.amount(400, 2500)],
        ['Assurances', f.amount(150, 600), 'Commune', f.amount(500, 3000)], ['Intervenants', f.amount(1200, 5000), 'Département', f.grant], ['Déplacements', f.amount(100, 900), 'Dons', f.amount(100, 800)]] },
      { type: 'paragraph', text: "Le budget a été adopté par le conseil d'administration. Les contributions volontaires en nature (prêt de salle, bénévolat) n'y sont pas valorisées." },
    ] }],
  },
  {
    kind: 'INTERVENTION_ELU', authors: ['elected', 'townHall', 'elected'], to: president,
    subjects: [(f) => `Intervention en faveur de ${f.adult.title} ${f.adult.name}`, (f) => `Situation de ${f.adult.title} ${f.adult.last}, ${f.place.city}`],
    body: [
      [(f) => `Mon attention a été appelée par ${f.adult.title} ${f.adult.name}, demeurant ${f.street} à ${f.place.city}, sur les difficultés que rencontre sa famille.`, (f) => `J'ai reçu à ma permanence du ${f.ago(4, 20)} ${f.adult.title} ${f.adult.name}, qui réside à ${f.place.city}, et je souhaite appuyer sa démarche auprès de vos services.`],
      [(f) => `Une demande a été déposée le ${f.ago(70, 160)} sous le numéro ${f.file} et reste, à ma connaissance, sans réponse. Chaque semaine qui passe aggrave une situation déjà fragile.`, () => "Le logement occupé n'est plus adapté à l'état de santé de l'un des enfants, et les solutions proposées jusqu'ici l'éloigneraient de son établissement scolaire."],
      [(f) => `Je vous serais reconnaissant${f.e} de bien vouloir faire procéder à un examen bienveillant de ce dossier et de me tenir informé${f.e} de la suite qui pourra lui être réservée.`, () => 'Je sais pouvoir compter sur votre attention et vous remercie de me faire connaître les éléments que je pourrai communiquer à la famille.'],
    ],
  },
  {
    kind: 'SYNDICAT', authors: ['union'], to: [...president, 'Direction des ressources humaines'],
    subjects: [() => 'Préavis de grève', (f) => `Demande d'audience – ${f.pick('organisation du travail', 'effectifs', 'régime indemnitaire')}`, () => 'Conditions de travail dans les services sociaux'],
    body: [
      [(f) => `Notre organisation syndicale vous alerte sur la dégradation des conditions de travail des agents de la ${f.delegation}.`, (f) => `Réunis en assemblée générale le ${f.ago(3, 15)}, les agents nous ont chargés de vous transmettre les revendications suivantes.`],
      [(f) => `Depuis le ${f.ago(90, 250)}, ${f.int(3, 9)} postes ne sont pas remplacés. Les collègues en place absorbent la charge au détriment de leur santé et de la qualité du service rendu au public.`, () => "Les outils changent sans formation, les plannings sont connus trop tard et les temps de repos ne sont plus toujours respectés."],
      [(f) => `En l'absence de réponse de votre part, nous déposerons un préavis couvrant la journée du ${f.ahead(12, 30)}, de zéro heure à minuit, pour l'ensemble des personnels.`, () => 'Nous demandons à être reçus en délégation dans les plus brefs délais afin d\'ouvrir une négociation.'],
    ],
    blocks: () => [{ type: 'list', items: ['le remplacement de tous les départs ;', 'un plan de formation établi avec les équipes ;', "la réunion d'une formation spécialisée en santé et sécurité ;", 'la publication des plannings un mois à l\'avance.'] }],
  },
];
