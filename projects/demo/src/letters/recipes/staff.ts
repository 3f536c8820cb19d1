import type { Recipe } from './recipe.js';

const humanResources = ['Direction des ressources humaines'];

/** People who work, or would like to work, for the département. */
export const staffRecipes: readonly Recipe[] = [
  {
    kind: 'CANDIDATURE', authors: ['individual'], to: humanResources,
    subjects: [(f) => `Candidature au poste ${f.pick("d'assistant administratif", 'de gestionnaire comptable', "d'agent d'exploitation des routes", 'de travailleur social')}`, () => 'Candidature spontanée'],
    body: [
      [(f) => `Je vous adresse ma candidature au poste publié le ${f.ago(5, 25)} sur votre site, dont les missions correspondent à mon expérience et à mon projet.`, (f) => `Très intéressé${f.e} par les métiers du service public départemental, je me permets de vous proposer ma candidature.`],
      [(f) => `Depuis ${f.int(3, 14)} ans, j'exerce dans une collectivité voisine des fonctions qui demandent rigueur, discrétion et sens de l'accueil. J'y ai conduit la mise en place d'un nouveau logiciel et la formation de ${f.int(4, 18)} collègues.`, (f) => `Titulaire d'un brevet de technicien supérieur, j'ai travaillé ${f.int(2, 9)} ans dans le privé avant de réussir un concours de la fonction publique territoriale.`],
      [(f) => `Résidant à ${f.place.city}, je suis disponible à partir du ${f.ahead(20, 90)} et titulaire du permis de conduire.`, () => "Rejoindre vos équipes me permettrait de mettre ces compétences au service des habitants d'un territoire auquel je suis attaché depuis l'enfance."],
      [() => "Je vous exposerais volontiers mes motivations au cours d'un entretien. Vous trouverez ci-joint mon curriculum vitae."],
    ],
    enclosures: () => ['curriculum vitae', 'copie des diplômes'],
    annexes: (f) => [{ title: `Curriculum vitae – ${f.sender.signatory.name}`, blocks: [
      { type: 'heading', text: 'Expérience professionnelle' },
      { type: 'list', items: [`${f.year - 4} à ce jour : gestionnaire, communauté de communes de ${f.otherPlace.city}`, `${f.year - 9} – ${f.year - 4} : assistant, cabinet d'expertise, ${f.place.city}`, `${f.year - 11} – ${f.year - 9} : employé d'accueil, office de tourisme`] },
      { type: 'heading', text: 'Formation' },
      { type: 'list', items: [`${f.year - 11} : brevet de technicien supérieur, gestion`, `${f.year - 13} : baccalauréat`] },
      { type: 'heading', text: 'Compétences et centres d\'intérêt' },
      { type: 'paragraph', text: 'Tableur, traitement de texte, outils de gestion du courrier. Anglais courant, notions d\'espagnol. Course à pied, chant choral, bénévolat dans une association de quartier.' },
    ] }],
  },
  {
    kind: 'STAGE', authors: ['individual', 'college'], to: humanResources,
    subjects: [(f) => `Demande de stage du ${f.ahead(40, 60)} au ${f.ahead(75, 100)}`, () => 'Demande de stage', () => "Demande de stage d'observation"],
    body: [
      [(f) => `Dans le cadre de la formation suivie au ${f.college}, je vous présente une demande de stage de ${f.int(1, 8)} semaines dans vos services.`, () => "Je vous écris pour solliciter un stage au sein de votre collectivité, dans le cadre d'une convention établie avec l'établissement d'enseignement."],
      [() => "Ce stage permettrait de découvrir le fonctionnement d'une grande collectivité, en particulier les métiers des archives, des routes ou de l'action sociale.", (f) => `Le service le plus proche du domicile, à ${f.place.city}, conviendrait particulièrement, mais tout autre lieu d'accueil desservi par les transports serait accepté avec plaisir.`],
      [() => "Sérieux et ponctualité sont assurés, ainsi que le respect de la discrétion qu'exige le service public.", () => "Les horaires et le sujet pourront être ajustés selon les besoins du service d'accueil."],
      [() => 'La convention de stage pourra être signée dès que vous aurez fait connaître votre accord. Je vous remercie par avance de votre réponse.'],
    ],
    enclosures: () => ['projet de convention de stage'],
  },
  {
    kind: 'ARRET_TRAVAIL', authors: ['individual'], to: [...humanResources, 'Service de la gestion du personnel'],
    subjects: [(f) => `Transmission d'un arrêt de travail – matricule ${f.int(10200, 89900)}`, () => 'Arrêt de travail pour maladie', () => "Prolongation d'un arrêt de travail"],
    body: [
      [(f) => `Je vous prie de trouver ci-joint le volet employeur de l'arrêt de travail que mon médecin m'a prescrit le ${f.ago(1, 2)}.`, (f) => `Agent de la ${f.delegation}, je vous transmets la prolongation de mon arrêt de travail.`],
      [(f) => `Cet arrêt de travail pour maladie court jusqu'au ${f.ahead(5, 28)} inclus. Les sorties sont autorisées.`, (f) => `La durée prescrite est de ${f.int(5, 30)} jours ; mon médecin me reverra avant la fin de cette période.`],
      [() => "J'ai prévenu ma responsable par téléphone et transmis les dossiers urgents à mes collègues.", () => 'Je reste joignable à mon domicile pour toute question relative aux dossiers en cours.'],
    ],
    enclosures: () => ["avis d'arrêt de travail, volet destiné à l'employeur"],
  },
  {
    kind: 'ARRET_TRAVAIL', authors: ['individual'], to: humanResources, form: true,
    subjects: [() => "Avis d'arrêt de travail – volet employeur"],
    body: [[() => "Document à remettre à l'employeur dans les quarante-huit heures. Les renseignements médicaux ne figurent pas sur ce volet."], [() => 'Certifié exact, le médecin prescripteur.']],
    blocks: (f) => [
      { type: 'heading', text: "L'agent" },
      { type: 'fields', fields: [{ label: 'Nom', value: f.sender.signatory.last, combed: true }, { label: 'Prénom', value: f.sender.signatory.first, combed: true }, { label: 'Matricule', value: String(f.int(10200, 89900)), combed: true }, { label: 'Service', value: f.delegation }, { label: 'Adresse', value: `${f.sender.address.join(', ')}, ${f.sender.town.postcode} ${f.sender.town.city}` }] },
      { type: 'heading', text: "L'arrêt de travail" },
      { type: 'choices', label: 'Nature', options: ['Arrêt initial', 'Prolongation'], ticked: f.int(0, 1) },
      { type: 'fields', fields: [{ label: 'Arrêt prescrit jusqu\'au', value: f.ahead(5, 28) }, { label: 'Médecin', value: `Docteur ${f.adult.name}` }] },
      { type: 'choices', label: 'Sorties autorisées', options: ['Oui', 'Non'], ticked: 0 },
    ],
  },
];
