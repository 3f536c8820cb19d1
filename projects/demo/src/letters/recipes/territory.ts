import { president, type Recipe } from './recipe.js';

const roads = ['Direction des routes et des mobilités'];
const school = ["Direction de l'éducation et des collèges"];

/** Roads, public domain, school transport and colleges. */
export const territoryRecipes: readonly Recipe[] = [
  {
    kind: 'VOIRIE', authors: ['individual', 'townHall'], to: roads,
    subjects: [(f) => `Nid-de-poule sur la ${f.road}`, (f) => `Dégradation de la chaussée – ${f.road} à ${f.place.city}`, (f) => `Signalement d'un danger sur la ${f.road}`],
    body: [
      [(f) => `Je souhaite vous signaler l'état de la ${f.road}, au point repère ${f.marker}, sur la commune de ${f.place.city} : plusieurs nids-de-poule s'y sont formés depuis les dernières gelées.`, (f) => `J'emprunte chaque jour la ${f.road} entre ${f.place.city} et ${f.otherPlace.city}. La chaussée y est fortement dégradée à la hauteur du point repère ${f.marker}.`],
      [(f) => `Le plus grand mesure près de ${f.int(40, 90)} centimètres et une dizaine de profondeur. Par temps de pluie, il est rempli d'eau et devient invisible ; deux cyclistes ont déjà chuté.`, () => "L'accotement s'est affaissé et la signalisation horizontale a disparu sur une centaine de mètres. Les voitures se déportent vers le milieu de la route, en plein virage."],
      [() => "Une réparation provisoire a été faite l'hiver dernier, mais elle n'a pas tenu.", (f) => `Un car scolaire passe à cet endroit ${f.int(2, 6)} fois par jour.`, () => ''],
      [() => "Je vous demande de bien vouloir faire intervenir le centre d'exploitation au plus vite et, dans l'attente, de faire poser une signalisation de danger."],
    ],
    enclosures: () => ['photographies'],
  },
  {
    kind: 'PERMISSION_VOIRIE', authors: ['individual', 'company', 'townHall'], to: roads, reference: (f) => `${f.road}, PR ${f.marker}`,
    subjects: [(f) => `Demande de permission de voirie – ${f.road}`, (f) => `Demande de permission de voirie pour un accès sur la ${f.road}`],
    body: [
      [(f) => `J'ai l'honneur de demander une permission de voirie en vue de réaliser des travaux en bordure de la ${f.road}, au point repère ${f.marker}, commune de ${f.place.city}.`, (f) => `Je sollicite l'autorisation d'occuper le domaine public routier départemental le long de la ${f.road}, face au ${f.street}, à ${f.place.city}.`],
      [() => "Les travaux consistent à créer un accès busé pour desservir une habitation, avec reprise de l'accotement sur six mètres.", () => 'Il s\'agit de poser une canalisation en traversée de chaussée, en tranchée étroite, avec remise en état à l\'identique.'],
      [(f) => `Ils débuteraient le ${f.ahead(30, 60)} pour une durée de ${f.int(3, 20)} jours. La circulation serait maintenue par alternat.`],
      [() => 'Vous trouverez ci-joint le plan de situation et le plan coté des ouvrages.'],
    ],
    enclosures: () => ['plan de situation', 'plan coté'],
  },
  {
    kind: 'PERMISSION_VOIRIE', authors: ['individual', 'company'], to: roads, form: true,
    subjects: [() => 'Demande de permission de voirie'],
    body: [[() => "À adresser au gestionnaire de la route deux mois au moins avant le début des travaux."], [() => 'Le demandeur déclare avoir pris connaissance du règlement de voirie départemental.']],
    blocks: (f) => [
      { type: 'heading', text: 'Le demandeur' },
      { type: 'fields', fields: [{ label: 'Nom', value: f.sender.signatory.last, combed: true }, { label: 'Prénom', value: f.sender.signatory.first, combed: true }, { label: 'Adresse', value: f.sender.address.join(', ') }, { label: 'Commune', value: `${f.sender.town.postcode} ${f.sender.town.city}` }, { label: 'Téléphone', value: f.sender.phone }] },
      { type: 'heading', text: 'Les travaux' },
      { type: 'fields', fields: [{ label: 'Route', value: f.road, combed: true }, { label: 'Point repère', value: f.marker, combed: true }, { label: 'Début', value: f.ahead(60, 90) }] },
      { type: 'choices', label: 'Nature', options: ["Création d'un accès", 'Pose de réseau', 'Échafaudage'], ticked: f.int(0, 2) },
      { type: 'choices', label: 'Circulation', options: ['Alternat', 'Déviation', 'Sans effet'], ticked: f.int(0, 2) },
    ],
  },
  {
    kind: 'SINISTRE_DOMAINE', authors: ['individual', 'company'], to: ['Service des assurances et du contentieux', ...president],
    subjects: [(f) => `Déclaration de sinistre du ${f.ago(4, 20)} sur la ${f.road}`, (f) => `Sinistre – dommages à mon véhicule, ${f.road}`],
    body: [
      [(f) => `Le ${f.ago(4, 20)} vers ${f.int(7, 19)} heures, mon véhicule a été endommagé sur la ${f.road}, à ${f.place.city}, par un trou de la chaussée qui n'était pas signalé.`, (f) => `Je vous déclare un sinistre survenu le ${f.ago(4, 20)} à ${f.place.city} : une branche d'un arbre d'alignement de la ${f.road} est tombée sur mon véhicule en stationnement.`],
      [(f) => `Deux pneumatiques et une jante sont à remplacer. Le devis du garage s'élève à ${f.amount(240, 1900)}.`, (f) => `Les réparations de la carrosserie sont estimées à ${f.amount(600, 3400)}, comme l'indique le devis joint.`],
      [(f) => `Un témoin, ${f.adult.title} ${f.adult.name}, a bien voulu rédiger une attestation. Les gendarmes n'ont pas eu à intervenir.`, () => "J'ai pris des photographies le jour même et prévenu mon assureur."],
      [() => "Le défaut d'entretien du domaine public me paraissant engager la responsabilité du Département, je vous demande de prendre en charge ces dommages ou de transmettre ce dossier à votre assureur."],
    ],
    enclosures: () => ['devis de réparation', 'photographies', 'attestation de témoin'],
  },
  {
    kind: 'TRANSPORT_SCOLAIRE', authors: ['individual'], to: ['Service des transports scolaires'],
    subjects: [(f) => `Transport scolaire – ligne ${f.int(11, 98)}`, (f) => `Demande d'inscription au transport scolaire ${f.schoolYear}`, () => 'Transport scolaire : création d\'un arrêt'],
    body: [
      [(f) => `Mon enfant, ${f.child.name}, est scolarisé${f.child.e} au ${f.college} et emprunte chaque matin le car de transport scolaire depuis ${f.place.city}.`, (f) => `Je vous écris au sujet du transport scolaire de mon enfant ${f.child.name}, né${f.child.e} le ${f.child.born}, élève du ${f.college}.`],
      [(f) => `Depuis la rentrée, le car passe avec ${f.int(10, 25)} minutes de retard, quand il ne passe pas du tout. Les enfants attendent dans le noir, au bord de la route.`, (f) => `L'arrêt le plus proche se trouve à ${f.int(2, 4)} kilomètres de notre domicile, sans trottoir. Cinq familles du hameau demandent la création d'un arrêt.`],
      [() => "Le titre de transport a été payé en totalité. À plusieurs reprises, j'ai dû quitter mon travail pour conduire mon enfant.", () => ''],
      [() => "Je vous remercie de bien vouloir étudier cette demande et de me dire quelle solution peut être apportée avant la prochaine rentrée."],
    ],
  },
  {
    kind: 'COLLEGE_DEROGATION', authors: ['individual'], to: school,
    subjects: [(f) => `Demande de dérogation à la carte scolaire – ${f.college}`, (f) => `Dérogation de secteur pour l'entrée en sixième, rentrée ${f.schoolYear}`],
    body: [
      [(f) => `Notre enfant ${f.child.name}, né${f.child.e} le ${f.child.born}, doit entrer au ${f.college}, dont dépend notre domicile. Nous demandons une dérogation pour qu'${f.child.il} soit inscrit${f.child.e} au ${f.otherCollege}.`, (f) => `Je sollicite une dérogation à la carte scolaire afin que mon enfant ${f.child.name} puisse être scolarisé${f.child.e} au ${f.otherCollege} à la rentrée ${f.schoolYear}.`],
      [(f) => `Son frère aîné y est déjà élève et nos horaires de travail, à ${f.otherPlace.city}, ne nous permettent pas de conduire deux enfants dans deux établissements éloignés.`, () => "Cet établissement propose une section musicale que notre enfant prépare depuis trois ans au conservatoire.", () => 'Un suivi médical régulier a lieu à proximité immédiate de ce collège, deux fois par semaine.'],
      [() => "L'enseignante de la classe actuelle soutient cette demande, comme le montre son avis ci-joint."],
      [() => 'Nous espérons que vous voudrez bien accueillir favorablement cette demande et vous en remercions.'],
    ],
    enclosures: () => ['certificat de scolarité', 'justificatif de domicile'],
  },
];
