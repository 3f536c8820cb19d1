import type { Recipe } from './recipe.js';

const childhood = ["Service de l'aide sociale à l'enfance"];
const maternal = ['Service de protection maternelle et infantile'];

/** Child protection, maternal health, childminders: what only the cleared people read. */
export const childhoodRecipes: readonly Recipe[] = [
  {
    kind: 'ASE_INFO_PREOCCUPANTE', authors: ['college', 'individual', 'clinic'], to: ['Cellule de recueil des informations préoccupantes (CRIP)'],
    subjects: [(f) => `Information préoccupante – enfant ${f.child.name}`, () => "Transmission d'une information préoccupante – CONFIDENTIEL"],
    body: [
      [(f) => `Je porte à votre connaissance une information préoccupante concernant l'enfant ${f.child.name}, né${f.child.e} le ${f.child.born}, domicilié${f.child.e} à ${f.place.city}.`, (f) => `Je souhaite vous transmettre des éléments d'inquiétude au sujet de ${f.child.name}, né${f.child.e} le ${f.child.born}, dont la situation me paraît relever d'une information préoccupante.`],
      [(f) => `Depuis le ${f.ago(30, 80)}, nous constatons des absences répétées, une fatigue inhabituelle et des vêtements qui ne conviennent pas à la saison. L'enfant a confié rester seul${f.child.e} plusieurs soirs par semaine.`, () => "À plusieurs reprises, des cris et des pleurs ont été entendus tard dans la nuit. L'enfant se montre très en retrait et redoute de rentrer à son domicile."],
      [(f) => `Les parents, rencontrés le ${f.ago(5, 20)}, n'ont pas souhaité échanger sur ces observations. Ils ont été informés de cette transmission.`, () => "La famille n'a pas été informée de cette démarche, par crainte des conséquences pour l'enfant."],
      [() => "Je vous laisse le soin d'apprécier les suites à donner et reste à la disposition de la cellule pour tout complément."],
    ],
  },
  {
    kind: 'ASE_COURRIER', authors: ['individual', 'association'], to: childhood, reference: (f) => `dossier ASE ${f.file}`,
    subjects: [(f) => `Demande relative à l'accueil de ${f.child.name}`, () => "Aide sociale à l'enfance – droit de visite", (f) => `Bulletin de suivi de l'enfant ${f.child.name}`],
    body: [
      [(f) => `Je vous écris au sujet de ${f.child.name}, né${f.child.e} le ${f.child.born}, confié${f.child.e} à l'aide sociale à l'enfance depuis ${f.year - 1}.`, (f) => `Dans le cadre du suivi de ${f.child.name}, confié${f.child.e} au service de l'aide sociale à l'enfance, je souhaite vous faire part des éléments suivants.`],
      [(f) => `Les visites prévues un samedi sur deux ont été annulées ${f.int(2, 4)} fois sans que la raison en soit donnée. Je demande qu'un calendrier soit arrêté et respecté.`, () => "L'enfant s'est bien intégré dans sa famille d'accueil et ses résultats scolaires progressent. Il demande à passer une partie des vacances chez ses grands-parents."],
      [(f) => `Je souhaite rencontrer la référente de l'enfant avant l'audience du ${f.ahead(20, 60)}.`, () => "Pourriez-vous m'indiquer quelles démarches sont à faire pour l'autorisation de sortie du territoire ?"],
      [() => "Je vous remercie de votre réponse, dans l'intérêt de l'enfant."],
    ],
  },
  {
    kind: 'PMI', authors: ['doctor', 'clinic'], to: maternal, bare: true,
    subjects: [() => 'Certificat de santé – examen du neuvième mois', () => 'Certificat de santé du neuvième mois', () => 'Avis de grossesse – suivi de protection maternelle et infantile (PMI)'],
    body: [
      [(f) => `Je soussigné${f.e} certifie avoir examiné l'enfant ${f.child.name}, né${f.child.e} à ${f.place.city}, dans le cadre des examens obligatoires de santé.`, (f) => `Examen réalisé ce jour dans le cadre de la protection maternelle et infantile (PMI) : enfant ${f.child.name}, domicilié${f.child.e} à ${f.place.city}.`],
      [() => 'Examen clinique sans particularité. Vaccinations à jour. Allaitement poursuivi. Développement moteur conforme à l\'âge.', () => 'Prise de poids un peu lente : une visite à domicile de la puéricultrice est souhaitée par la famille.'],
      [() => 'Certificat de santé transmis au médecin de protection maternelle et infantile, sous pli confidentiel.'],
    ],
    blocks: (f) => [{ type: 'table', columns: [{ title: 'Mesure', share: 0.5 }, { title: 'À la naissance', share: 0.25, right: true }, { title: 'Ce jour', share: 0.25, right: true }], rows: [
      ['Poids (grammes)', String(f.int(2500, 4100)), String(f.int(7400, 9600))], ['Taille (centimètres)', String(f.int(46, 53)), String(f.int(66, 75))], ['Périmètre crânien (centimètres)', String(f.int(33, 36)), String(f.int(43, 47))]] }],
  },
  {
    kind: 'PMI', authors: ['individual'], woman: true, to: maternal,
    subjects: [() => 'Demande de consultation de protection maternelle et infantile (PMI)', () => 'Demande de visite à domicile d\'une puéricultrice'],
    body: [
      [(f) => `Je viens d'accoucher et je souhaiterais la visite d'une puéricultrice de la PMI à mon domicile, à ${f.place.city}.`, (f) => `Installée depuis peu à ${f.place.city}, je voudrais prendre rendez-vous à la consultation de nourrissons pour mon enfant ${f.child.first}.`],
      [(f) => `Mon enfant est né${f.child.e} le ${f.ago(10, 40)}, un peu avant le terme, et l'alimentation reste difficile. Je me sens assez seule avec ces questions.`, () => "La sage-femme qui me suivait m'a conseillé de m'adresser à votre service pour le suivi des premiers mois."],
      [() => 'Je suis joignable toute la journée par téléphone et vous remercie de votre aide.'],
    ],
  },
  {
    kind: 'AGREMENT_ASSMAT', authors: ['individual'], woman: true, to: maternal,
    subjects: [() => "Demande d'agrément d'assistante maternelle", () => "Renouvellement d'agrément d'assistante maternelle", () => "Extension d'agrément – accueil d'un enfant supplémentaire"],
    body: [
      [(f) => `J'ai l'honneur de vous adresser ma demande d'agrément pour exercer la profession d'assistante maternelle à mon domicile, à ${f.place.city}.`, (f) => `Mon agrément d'assistante maternelle arrive à échéance le ${f.ahead(90, 180)} et j'en demande le renouvellement.`],
      [(f) => `Mon logement, d'une surface de ${f.int(72, 140)} mètres carrés, dispose d'une chambre réservée au repos des enfants et d'un jardin clos. Je souhaite accueillir ${f.int(2, 4)} enfants.`, (f) => `J'accueille actuellement ${f.int(1, 3)} enfants et plusieurs familles de la commune cherchent une place. Je souhaite que mon agrément soit porté à quatre enfants.`],
      [() => "J'ai suivi la formation obligatoire et celle aux gestes de premiers secours, dont vous trouverez les attestations ci-jointes.", () => "Je me tiens à la disposition de la puéricultrice pour la visite d'évaluation du domicile."],
      [() => 'Je vous remercie de bien vouloir instruire cette demande dans le délai réglementaire.'],
    ],
    enclosures: () => ['attestations de formation', 'certificat médical', 'justificatif de domicile'],
  },
  {
    kind: 'AGREMENT_ASSMAT', authors: ['individual'], woman: true, to: maternal, form: true,
    subjects: [() => "Demande d'agrément d'assistante maternelle"],
    body: [[() => "Formulaire à renvoyer au service de protection maternelle et infantile avec les pièces demandées."], [() => "La personne soussignée autorise la visite de son domicile en vue de l'évaluation."]],
    blocks: (f) => [
      { type: 'choices', label: 'Demande', options: ['Première demande', 'Renouvellement', 'Extension'], ticked: f.int(0, 2) },
      { type: 'fields', fields: [{ label: 'Nom', value: f.sender.signatory.last, combed: true }, { label: 'Prénom', value: f.sender.signatory.first, combed: true }, { label: 'Adresse', value: f.sender.address.join(', ') }, { label: 'Commune', value: `${f.sender.town.postcode} ${f.sender.town.city}` }, { label: 'Téléphone', value: f.sender.phone }] },
      { type: 'choices', label: 'Logement', options: ['Maison', 'Appartement'], ticked: f.int(0, 1) },
      { type: 'fields', fields: [{ label: 'Surface', value: `${f.int(60, 140)} mètres carrés` }, { label: "Nombre d'enfants", value: String(f.int(1, 4)), combed: true }] },
    ],
  },
];
