import { president, type Recipe } from './recipe.js';

/** What anyone may write: thanks, questions, complaints, appeals, access to documents and to one's own data. */
export const citizenRecipes: readonly Recipe[] = [
  {
    kind: 'COURRIER_GENERAL', authors: ['individual', 'association', 'individual'], to: president,
    subjects: [() => 'Remerciements', (f) => `Projet d'aménagement à ${f.place.city}`, () => 'Observations sur la vie du quartier'],
    body: [
      [(f) => `Je me permets de vous écrire au sujet de la vie de notre commune, ${f.place.city}, où je réside depuis plus de ${f.int(6, 32)} ans.`, (f) => `Lors de votre venue à ${f.place.city} le ${f.ago(5, 40)}, vous avez invité les habitants à vous faire part de leurs remarques. C'est ce que je fais aujourd'hui.`],
      [(f) => `Je tenais d'abord à remercier les équipes de la ${f.delegation} pour la qualité de leur accueil. Les démarches y sont expliquées simplement et chacun y est reçu avec patience.`, () => "Les habitants sont nombreux à apprécier les travaux conduits l'an dernier. La bibliothèque, en particulier, est devenue un lieu vivant où plusieurs générations se retrouvent."],
      [() => "Il reste cependant, à nos yeux, un point à améliorer : les horaires d'ouverture au public conviennent mal aux personnes qui travaillent. Une permanence le samedi matin, même une fois par mois, rendrait un grand service.", (f) => `Plusieurs voisins aimeraient connaître la suite donnée au projet présenté le ${f.ago(60, 200)}. Une lettre d'information, ou une simple réunion, répondrait à bien des interrogations.`, () => ''],
      [() => "Je vous remercie de l'attention que vous porterez à ce courrier, qui n'appelle pas de réponse urgente de votre part.", () => 'Je reste à votre disposition pour en parler plus longuement et vous remercie par avance.'],
    ],
  },
  {
    kind: 'DEMANDE_RENSEIGNEMENT', authors: ['individual', 'company', 'association'], to: ['Service des relations avec les usagers', ...president],
    subjects: [(f) => `Demande de renseignements sur ${f.pick('les aides au logement', "l'aide à la mobilité", "les aides à l'installation")}`, () => "Demande d'information", () => 'Demande de documentation'],
    body: [
      [() => 'Je souhaiterais obtenir des renseignements sur les aides que propose votre collectivité et sur la manière de les demander.', (f) => `Nouvellement installé${f.e} à ${f.place.city}, je cherche à connaître les services du Département auxquels je peux m'adresser.`],
      [(f) => `Pourriez-vous notamment me préciser les conditions de ressources, les pièces à fournir et le délai habituel de réponse ? J'ai téléphoné le ${f.ago(3, 15)} à l'accueil, où il m'a été conseillé de vous écrire.`, (f) => `J'aimerais savoir auprès de quel bureau déposer mon dossier, si un rendez-vous est nécessaire et s'il existe une permanence à ${f.otherPlace.city}.`],
      [(f) => `Si une brochure ou un formulaire existe, je vous serais obligé${f.e} de bien vouloir me l'adresser par courrier, car je ne dispose pas d'un accès facile à internet.`, () => 'Vous pouvez me joindre par téléphone, de préférence le matin, au numéro indiqué ci-dessus.'],
      [() => "Je vous remercie par avance des renseignements que vous voudrez bien m'apporter."],
    ],
  },
  {
    kind: 'RECLAMATION', authors: ['individual'], to: president, reference: (f) => `dossier n° ${f.file}`,
    subjects: [(f) => `Réclamation – dossier n° ${f.file}`, () => 'Réclamation concernant un retard de traitement', () => 'Réclamation relative à un accueil téléphonique'],
    body: [
      [(f) => `Par la présente, je vous adresse une réclamation concernant le traitement de mon dossier n° ${f.file}, déposé le ${f.ago(80, 180)}.`, (f) => `J'ai le regret de vous faire part de mon mécontentement quant au suivi de ma demande, enregistrée le ${f.ago(80, 180)} sous le numéro ${f.file}.`],
      [(f) => `À ce jour, malgré ${f.int(3, 6)} appels et deux messages électroniques, je n'ai reçu aucune réponse. On m'a chaque fois indiqué que le dossier était en cours, sans pouvoir me dire ni par qui il était suivi ni quand une décision serait prise.`, (f) => `Le ${f.ago(15, 30)}, après plus de quarante minutes d'attente, la communication a été coupée. Le lendemain, un autre agent m'a demandé des pièces que j'avais déjà transmises à deux reprises.`],
      [(f) => `Cette situation me cause un préjudice réel : j'ai dû avancer ${f.amount(120, 900)} de frais qui auraient dû être pris en charge.`, () => "Je comprends que vos services soient très sollicités, mais un tel silence n'est pas acceptable pour une famille qui attend."],
      [() => "Je vous demande de bien vouloir faire examiner cette réclamation et de m'indiquer, par écrit, la date à laquelle une réponse me sera donnée.", (f) => `Je vous saurais gré de faire le nécessaire dans les meilleurs délais et de me tenir informé${f.e} de la suite donnée à cette réclamation.`],
    ],
    enclosures: () => ['copie des courriers précédents', "relevé d'appels"],
  },
  {
    kind: 'RECOURS_GRACIEUX', authors: ['individual'], to: president, reference: (f) => `décision n° ${f.file}`,
    subjects: [(f) => `Recours gracieux contre la décision n° ${f.file}`, (f) => `Recours gracieux – décision du ${f.ago(12, 45)}`],
    body: [
      [(f) => `Par décision notifiée le ${f.ago(12, 45)}, vous avez rejeté la demande que j'avais présentée sous le numéro ${f.file}. J'ai l'honneur de former contre cette décision un recours gracieux.`, (f) => `Je soussigné${f.e} ${f.sender.signatory.name} forme par la présente un recours gracieux à l'encontre de la décision n° ${f.file}, que j'ai reçue le ${f.ago(12, 45)}.`],
      [() => "Cette décision repose, me semble-t-il, sur une erreur de fait : les ressources retenues sont celles de l'année antérieure à la perte de mon emploi, et non celles dont je dispose réellement.", () => "La décision se borne à constater que mon dossier ne remplit pas les conditions, sans dire lesquelles. Je ne suis donc pas en mesure d'en comprendre les motifs."],
      [(f) => `Mes revenus s'élèvent depuis le ${f.ago(90, 200)} à ${f.amount(560, 980)} par mois, comme l'attestent les pièces jointes, et je supporte seul${f.e} un loyer de ${f.amount(380, 620)}.`, (f) => `J'ai par ailleurs à ma charge ${f.int(2, 4)} enfants, ce dont l'instruction ne paraît pas avoir tenu compte.`],
      [() => "Pour ces raisons, je vous demande de bien vouloir retirer la décision contestée et de réexaminer ma demande. À défaut de réponse dans un délai de deux mois, je me réserve la possibilité de saisir le tribunal administratif."],
    ],
    enclosures: () => ['copie de la décision contestée', 'justificatifs de ressources'],
    annexes: (f) => [{ title: 'Exposé détaillé des faits', blocks: [
      { type: 'heading', text: '1. Les démarches accomplies' },
      { type: 'paragraph', text: `Le ${f.ago(150, 200)}, j'ai retiré un dossier à l'accueil de ${f.place.city}. Je l'ai rendu complet dix jours plus tard et un récépissé m'a été remis. Aucune pièce complémentaire ne m'a été demandée avant le ${f.ago(60, 90)}.` },
      { type: 'heading', text: '2. Ma situation' },
      { type: 'paragraph', text: `Mon contrat de travail a pris fin l'été dernier pour une cause économique. Depuis, je suis inscrit${f.e} à l'agence pour l'emploi et je suis une formation qui ne donne lieu à aucune rémunération.` },
      { type: 'table', columns: [{ title: 'Ressources et charges du mois', share: 0.7 }, { title: 'Montant', share: 0.3, right: true }], rows: [['Allocation perçue', f.amount(500, 900)], ['Loyer et charges', f.amount(380, 620)], ['Énergie et eau', f.amount(80, 160)], ['Assurances', f.amount(40, 90)]] },
      { type: 'heading', text: '3. Ce que je demande' },
      { type: 'paragraph', text: "Que ma demande soit étudiée sur la base de mes ressources actuelles, que la composition réelle de mon foyer soit prise en compte et que la décision nouvelle me soit notifiée avec ses motifs." },
    ] }],
  },
  {
    kind: 'CADA', authors: ['individual', 'association'], to: ['Personne responsable de l\'accès aux documents administratifs', ...president],
    subjects: [() => 'Demande de communication de documents administratifs', (f) => `Demande d'accès à un document administratif – ${f.road}`],
    body: [
      [() => "En application du livre III du code des relations entre le public et l'administration, je demande la communication des documents administratifs énumérés ci-dessous.", () => "J'ai l'honneur de solliciter la communication de documents administratifs que détient votre collectivité, au titre du droit d'accès reconnu à toute personne."],
      [() => "Je souhaite recevoir ces documents par voie électronique ou, si cela n'est pas possible, en consulter une copie sur place.", () => "Je vous remercie de m'indiquer le montant des éventuels frais de reproduction avant tout envoi."],
      [() => "À défaut de réponse dans le délai d'un mois, je saisirai la Commission d'accès aux documents administratifs (CADA)."],
    ],
    blocks: (f) => [{ type: 'list', items: [`le rapport d'étude relatif à la ${f.road} sur le territoire de ${f.place.city} ;`, `les délibérations de la commission permanente du ${f.ago(100, 300)} et leurs annexes ;`, `le marché passé pour ces travaux, ses avenants et le décompte final.`] }],
  },
  {
    kind: 'RGPD_DROITS', authors: ['individual'], to: ['Délégué à la protection des données'],
    subjects: [() => "Exercice du droit d'accès à mes données personnelles", () => "Demande d'effacement de mes données personnelles", () => 'Exercice du droit de rectification (RGPD)'],
    body: [
      [() => 'En application du règlement général sur la protection des données (RGPD), je souhaite savoir si votre collectivité détient des données personnelles qui me concernent et en obtenir une copie.', (f) => `J'ai été en relation avec vos services à ${f.place.city} entre ${f.year - 6} et ${f.year - 2}. Je souhaite aujourd'hui exercer les droits que me reconnaît le règlement général sur la protection des données.`],
      [() => 'Je vous prie de me préciser les finalités de ces traitements, les personnes qui ont eu accès à mon dossier et la durée pendant laquelle il sera conservé.', () => "Mon ancienne adresse figure encore dans plusieurs courriers qui me parviennent avec retard. Je demande qu'elle soit rectifiée partout et que les données qui ne sont plus utiles soient effacées."],
      [() => "Je joins une copie de ma pièce d'identité. Je vous rappelle que le délai de réponse est d'un mois à compter de la réception de cette demande."],
    ],
    enclosures: () => ["copie d'une pièce d'identité"],
  },
];
