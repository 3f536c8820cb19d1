import { president, type Recipe } from './recipe.js';

const autonomy = ["Direction de l'autonomie"];

/** Old age, disability, minimum income, housing. */
export const solidarityRecipes: readonly Recipe[] = [
  {
    kind: 'APA', authors: ['individual'], to: autonomy, reference: (f) => `APA ${f.file}`,
    subjects: [() => "Demande d'allocation personnalisée d'autonomie (APA)", (f) => `APA – révision du plan d'aide de ${f.elder.title} ${f.elder.name}`],
    body: [
      [(f) => `Je vous adresse, pour ${f.elder.title} ${f.elder.name}, né${f.elder.e} le ${f.elder.born} et demeurant à ${f.place.city}, une demande d'allocation personnalisée d'autonomie à domicile.`, (f) => `${f.elder.title} ${f.elder.name}, dont je suis l'enfant et l'aidant, bénéficie de l'APA depuis ${f.year - 2}. Son état s'est dégradé et le plan d'aide ne suffit plus.`],
      [(f) => `Depuis sa chute du ${f.ago(30, 90)}, ${f.elder.il} ne peut plus se lever, se laver ni préparer ses repas sans aide. Une auxiliaire vient ${f.int(2, 5)} fois par semaine, mais les nuits et les dimanches restent sans solution.`, () => "La perte de mémoire s'accentue et les sorties seul ne sont plus possibles. La famille se relaie, au prix d'une grande fatigue."],
      [(f) => `Son médecin, le docteur ${f.adult.last}, a établi le certificat joint. Nous souhaitons qu'une visite d'évaluation ait lieu à domicile, en notre présence si possible.`, () => "Pourriez-vous nous faire savoir quand une évaluation du degré de perte d'autonomie pourra être organisée ?"],
      [() => "Nous vous remercions de l'attention que vous porterez à cette demande d'APA."],
    ],
    enclosures: () => ["avis d'imposition", 'certificat médical', "relevé d'identité bancaire"],
  },
  {
    kind: 'APA', authors: ['individual'], to: autonomy, form: true,
    subjects: [() => "Demande d'allocation personnalisée d'autonomie (APA) à domicile"],
    body: [[() => "Remplir en capitales et joindre les pièces demandées au dos de cette page."], [() => "Le demandeur certifie l'exactitude des renseignements portés sur cette demande."]],
    blocks: (f) => [
      { type: 'heading', text: 'La personne qui demande' },
      { type: 'fields', fields: [{ label: 'Nom', value: f.sender.signatory.last, combed: true }, { label: 'Prénom', value: f.sender.signatory.first, combed: true }, { label: 'Née le', value: f.elder.born }, { label: 'Adresse', value: f.sender.address.join(', ') }, { label: 'Commune', value: `${f.sender.town.postcode} ${f.sender.town.city}` }, { label: 'Téléphone', value: f.sender.phone }] },
      { type: 'choices', label: 'Vous vivez', options: ['Seul', 'En couple', 'Avec un proche'], ticked: f.int(0, 2) },
      { type: 'heading', text: 'Vos ressources du mois' },
      { type: 'fields', fields: [{ label: 'Retraites', value: f.amount(700, 1900) }, { label: 'Autres revenus', value: f.amount(0, 300) }] },
      { type: 'choices', label: 'Aide à domicile en place', options: ['Oui', 'Non'], ticked: f.int(0, 1) },
    ],
  },
  {
    kind: 'PCH_MDPH', authors: ['individual'], to: ['Maison départementale des personnes handicapées (MDPH)'], reference: (f) => `dossier MDPH ${f.file}`,
    subjects: [() => 'Demande de prestation de compensation du handicap (PCH)', (f) => `MDPH – dossier de ${f.child.name}`, () => 'Renouvellement de la carte mobilité inclusion'],
    body: [
      [(f) => `Je vous transmets le dossier de demande de prestation de compensation du handicap concernant ${f.child.name}, né${f.child.e} le ${f.child.born}.`, (f) => `Mon dossier MDPH n° ${f.file} arrive à échéance le ${f.ahead(60, 150)}. Je sollicite le renouvellement de mes droits et de la PCH, aide humaine.`],
      [(f) => `Le handicap demande une présence constante : ${f.int(3, 6)} heures d'aide par jour pour la toilette, les repas et les déplacements. Aucune amélioration n'est attendue.`, () => "Le fauteuil actuel n'est plus adapté et la salle de bains doit être aménagée ; deux devis sont joints."],
      [() => "L'établissement scolaire confirme le besoin d'un accompagnement, dont l'absence rend les journées très difficiles.", () => "J'ai réduit mon activité professionnelle pour assurer cet accompagnement."],
      [(f) => `Je souhaite être entendu${f.e} par la commission avant sa décision, et vous remercie de l'attention portée à cette demande.`],
    ],
    enclosures: () => ['certificat médical', 'devis', 'bilan fonctionnel'],
  },
  {
    kind: 'RSA', authors: ['individual'], to: ["Service de l'insertion et du revenu de solidarité active"], reference: (f) => `allocataire n° ${f.int(1000000, 9899999)}`,
    subjects: [() => 'Revenu de solidarité active (RSA) – demande de remise de dette', () => 'RSA : contestation d\'un indu', () => 'RSA – changement de situation'],
    body: [
      [(f) => `Bénéficiaire du RSA, j'ai reçu le ${f.ago(8, 30)} une notification d'indu d'un montant de ${f.amount(280, 2900)}, dont je vous demande la remise.`, (f) => `Je vous informe d'un changement dans ma situation : depuis le ${f.ago(15, 45)}, je vis seul${f.e} avec ${f.int(1, 3)} enfants et je perçois le revenu de solidarité active.`],
      [() => "J'ai toujours déclaré mes ressources chaque trimestre. L'erreur vient, d'après ce qui m'a été dit, d'un rappel de salaire versé en une fois.", () => "Mes revenus ont changé plusieurs fois au cours des derniers mois, en raison de missions courtes, et les calculs ne me paraissent plus correspondre à ma situation."],
      [(f) => `Une fois le loyer payé, il me reste ${f.amount(110, 290)} par mois pour vivre. Un remboursement en une seule fois m'est impossible.`, () => "Je rencontre régulièrement ma référente d'insertion et je respecte le contrat que nous avons signé."],
      [() => "Je vous prie de bien vouloir étudier ma demande et de suspendre les retenues en attendant votre décision."],
    ],
    enclosures: () => ['copie de la notification', 'quittance de loyer'],
  },
  {
    kind: 'FSL', authors: ['individual', 'landlord'], to: ['Fonds de solidarité pour le logement (FSL)'],
    subjects: [() => 'Demande d\'aide au fonds de solidarité pour le logement (FSL)', () => 'FSL – impayé de loyer', () => "FSL – aide pour une facture d'énergie"],
    body: [
      [(f) => `Je sollicite une aide du fonds de solidarité pour le logement en raison d'une dette de loyer de ${f.amount(450, 2600)} concernant le logement situé ${f.street} à ${f.place.city}.`, (f) => `Une facture d'énergie de ${f.amount(260, 1100)} ne peut être réglée pour le logement situé ${f.street} à ${f.place.city}. Nous demandons l'intervention du FSL.`],
      [(f) => `La baisse des ressources du foyer depuis le ${f.ago(90, 200)} explique ces impayés. Le paiement du loyer courant a repris et un échéancier de ${f.int(40, 90)} euros par mois a été proposé.`, () => 'Le logement est mal isolé et chauffé à l\'électricité ; la consommation a presque doublé au cours de l\'hiver.'],
      [() => "Une assistante sociale du secteur suit la situation et a établi l'évaluation jointe à ce dossier.", () => "Sans cette aide, une procédure de coupure ou d'expulsion est à craindre."],
      [() => 'Nous vous remercions de bien vouloir présenter cette demande à la prochaine commission du FSL.'],
    ],
    enclosures: () => ['bail', 'décompte de la dette', 'justificatifs de ressources'],
  },
  {
    kind: 'MEDICAL', authors: ['doctor', 'clinic'], to: ['Médecin départemental', 'Sous pli confidentiel'],
    subjects: [(f) => `Certificat médical – ${f.adult.title} ${f.adult.name}`, () => 'Compte rendu de consultation – secret médical'],
    body: [
      [(f) => `Je vous adresse, avec son accord, le compte rendu concernant ${f.adult.title} ${f.adult.name}, né${f.adult.e} le ${f.adult.born}, que j'ai examiné${f.adult.e} le ${f.ago(2, 20)}.`, (f) => `Je certifie suivre régulièrement ${f.adult.title} ${f.adult.name}, né${f.adult.e} le ${f.adult.born}, dont l'état de santé justifie le présent certificat médical.`],
      [(f) => `L'examen retrouve une limitation importante de la marche et une fatigabilité à l'effort. Un traitement est en cours depuis le ${f.ago(60, 300)} et devra être poursuivi au moins ${f.int(3, 12)} mois.`, () => 'La symptomatologie douloureuse reste invalidante malgré une prise en charge en rééducation trois fois par semaine. Le port de charges est à proscrire.'],
      [() => "Ces éléments me paraissent devoir être pris en compte dans l'évaluation de la situation.", () => 'Un aménagement des conditions de vie et une réévaluation à six mois sont souhaitables.'],
      [() => 'Ce document, couvert par le secret médical, est destiné au seul médecin de la collectivité.'],
    ],
  },
  {
    kind: 'MEDICAL', authors: ['doctor'], to: president, bare: true,
    subjects: [() => 'Certificat médical'],
    body: [
      [(f) => `Je soussigné${f.e}, docteur ${f.sender.signatory.name}, certifie avoir examiné ce jour ${f.adult.title} ${f.adult.name}, né${f.adult.e} le ${f.adult.born}.`],
      [() => "Son état de santé contre-indique la conduite prolongée et le travail de nuit pour une durée de trois mois, à l'issue de laquelle un nouvel examen sera nécessaire.", () => "Son état de santé est compatible avec la reprise d'une activité à temps partiel, sous réserve d'un aménagement du poste."],
      [(f) => `Certificat médical établi à la demande de l'intéressé${f.adult.e} et remis en main propre pour faire valoir ce que de droit.`],
    ],
  },
];
