import { AlfrescoError } from '../error.js';
import { Gec } from '../model.generated.js';
import { name } from './afts.js';

const searched = ['cm:name', 'TEXT', Gec.props.subject, Gec.props.summary, Gec.props.sender, Gec.props.recipient, Gec.props.senderRef, Gec.props.chrono];

/** Every word must be somewhere in the mail's words or the document's text. What people type is never syntax. */
export function fullText(words: string, type?: string): string {
  const terms = words.split(/[^\p{L}\p{N}-]+/u).filter((term) => /[\p{L}\p{N}]/u.test(term));
  if (terms.length === 0) throw new AlfrescoError('invalid', 'full text of no word');
  const conditions = terms.map((term) => `(${searched.map((field) => `${field}:"${term}"`).join(' OR ')})`);
  return [...(type ? [`TYPE:"${name(type)}"`] : []), ...conditions].join(' AND ');
}
