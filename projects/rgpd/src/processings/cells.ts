import type { ProcessingEntry } from '@bannette/domain';
import { accesses, assessments, bases, conditions, durationWords, specials, words } from './words.js';

/** What the register tells of a processing, in the order of the CNIL's model, each with its heading. */
export function cellsOf(entry: ProcessingEntry): readonly (readonly [heading: string, texts: readonly string[]])[] {
  const { types, services, access, compartments, durations, recipients, transfers, processors, assessment, special, specialCondition, specialText, basis, basisText } = entry;
  return [
    ['Finalité', [entry.purpose]],
    ['Base juridique', [basis ? bases[basis] : words.toSay, ...given(basisText)]],
    ['Personnes concernées', orToSay(entry.persons)],
    ['Catégories de données', orToSay(entry.data)],
    ['Données sensibles ou d’infraction', special.length ? [special.map((kind) => specials[kind]).join(', '), ...(specialCondition ? [conditions[specialCondition]] : []), ...given(specialText), ...(specialCondition || specialText ? [] : [words.toSay])] : [words.none]],
    ['Types de courrier', [...types.map(({ label }) => label), ...(entry.register ? [words.registerShort] : [])]],
    ['Services', services.map(({ label, mails }) => (mails ? `${label} (${words.mails(mails)})` : label))],
    ['Accès', [access.map((each) => accesses[each]).join(', '), ...(compartments.length ? [`Secret : ${compartments.join(', ')}`] : [])].filter(Boolean)],
    ['Destinataires extérieurs', recipients.length ? recipients : [words.none]],
    ['Sous-traitants', processors.length ? processors.map(({ name, task }) => `${name} : ${task}`) : [words.none]],
    ['Transferts', transfers.length ? transfers.map(({ country, safeguards }) => `${country} : ${safeguards}`) : [words.noTransfer]],
    ['Durées de conservation', [...(durations.length ? durations.map(durationWords) : [words.toSay]), ...(entry.register ? [words.register] : [])]],
    ['Mesures propres', entry.measures.length ? entry.measures : [words.none]],
    ['Analyse d’impact', [assessment ? [assessments[assessment.state], assessment.on, assessment.reference].filter(Boolean).join(', ') : words.toSay]],
    ['Volume', [words.mails(entry.mails)]],
  ];
}

const given = (text: string | undefined): string[] => (text ? [text] : []);
const orToSay = (texts: readonly string[]): readonly string[] => (texts.length ? texts : [words.toSay]);
