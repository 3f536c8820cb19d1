import { demoPeople } from '@bannette/server';
import { serviceGroup, compartmentGroup } from '@bannette/domain';
import { Refusal, type Colleague } from './client.js';
import type { Scene } from './plan.js';

interface Mail {
  readonly id: string;
  readonly state: string;
  readonly service?: string;
  readonly subject?: string;
  readonly confidentiality: number;
  readonly actions: readonly string[];
}

/** Who of the demo's people may treat a mail of this service; `admin` where nobody else is. */
export async function treater(colleagues: ReadonlyMap<string, Colleague>, service: string, compartment: string | undefined, turn: number): Promise<Colleague | undefined> {
  const group = compartment ? compartmentGroup(service, compartment) : serviceGroup(service);
  const people = (await demoPeople()).filter(({ id, groups }) => id !== 'admin' && groups.includes(group));
  const chosen = people[turn % Math.max(1, people.length)]?.id ?? (compartment ? undefined : 'admin');
  return chosen ? colleagues.get(chosen) : undefined;
}

const notes = ['Vu avec le service technique, réponse attendue en fin de semaine.', 'Appel téléphonique ce matin : la personne enverra la pièce manquante.', 'Voir le courrier précédent, même affaire.', 'À traiter avec l’élu du canton.'];
const answers = [
  'Madame, Monsieur,\n\nVotre courrier « {{subject}} », reçu le {{receivedAt}}, a été enregistré sous le numéro {{chrono}}.\n\nAprès examen, je suis en mesure de vous donner une suite favorable. Mes services prendront contact avec vous dans les prochains jours.\n\nJe vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
  'Madame, Monsieur,\n\nJ’ai bien reçu votre demande {{chrono}}. Son examen demande une visite sur place, qui aura lieu sous quinze jours.\n\nJe vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
];

/** Plays a letter's fate, as far as rights and its state allow: what was done already is left. */
export async function playFate(person: Colleague, mailId: string, scene: Scene, today: string): Promise<void> {
  const path = `/mails/${mailId}`;
  const act = async (action: string, body: object): Promise<void> => {
    try {
      await person.post(`${path}/${action}`, body);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
    }
  };
  const mail = await person.get<Mail>(path);
  if (mail.state !== 'distributed') return;
  const answer = { template: 'REPONSE_LIBRE', subject: `Réponse : ${mail.subject ?? ''}`.slice(0, 200), body: answers[scene.seed % answers.length] ?? '', departureDate: today, channel: scene.door === 'email' ? 'email' : 'post' };
  switch (scene.fate) {
    case 'taken':
      return act('take', {});
    case 'assigned':
      return act('assign', { assignee: person.id });
    case 'noted':
      await act('take', {});
      return act('notes', { text: notes[scene.seed % notes.length] ?? '' });
    case 'copied':
      return act('copies', { services: ['DGS'] });
    case 'rerouted':
      return act('reroute', { reason: 'Ne relève pas de notre service', service: mail.service === 'DGS' ? 'JURIDIQUE' : 'DGS' });
    case 'answered':
      return act('answers', { ...answer, closes: false });
    case 'closed':
      return act('answers', { ...answer, closes: true });
    case 'noFollowUp':
      return act('close-without-answer', { reason: 'Information sans suite à donner' });
    case 'reopened':
      await act('answers', { ...answer, closes: true });
      return act('reopen', { reason: 'La personne a rappelé : un point reste à préciser' });
    default:
      return undefined;
  }
}
