import { demoPassword } from '../start/demo-people.js';
import { signIn, type TestHouse } from '../testing/index.js';

/** What a person is to the mails of this spec, which ENFANCE treats and NORD has a copy of. */
export type Post = 'mail room' | 'agent' | 'secretary' | 'head' | 'copied' | 'outsider';

/** Which letters exist: one for all of the service, one for its heads and secretaries, one for those cleared for child welfare. */
export const secrets = ['ordinary', 'restricted', 'child welfare'] as const;
export type Secret = (typeof secrets)[number];

/** Opens it, sees a masked line of it, or may not know of it. */
export type Sight = 'opens' | 'line' | 'nothing';

interface Role {
  readonly groups: string;
  readonly post: Post;
  /** Once the mail has its service; in the order of `secrets`. */
  readonly sight: readonly [Sight, Sight, Sight];
}

export const cast = {
  'someone of the mail room': { post: 'mail room', groups: 'COURRIER', sight: ['opens', 'line', 'line'] },
  'an agent': { post: 'agent', groups: 'S_ENFANCE', sight: ['opens', 'line', 'line'] },
  'a cleared agent': { post: 'agent', groups: 'S_ENFANCE S_ENFANCE__C_ASE', sight: ['opens', 'line', 'opens'] },
  'a secretary': { post: 'secretary', groups: 'S_ENFANCE S_ENFANCE__SECRETARIAT', sight: ['opens', 'opens', 'line'] },
  'a cleared secretary': { post: 'secretary', groups: 'S_ENFANCE S_ENFANCE__SECRETARIAT S_ENFANCE__C_ASE', sight: ['opens', 'opens', 'opens'] },
  'a head of service': { post: 'head', groups: 'S_ENFANCE S_ENFANCE__RESPONSABLE', sight: ['opens', 'opens', 'line'] },
  'a cleared head of service': { post: 'head', groups: 'S_ENFANCE S_ENFANCE__RESPONSABLE S_ENFANCE__C_ASE', sight: ['opens', 'opens', 'opens'] },
  'an agent of the copied service': { post: 'copied', groups: 'S_NORD', sight: ['opens', 'nothing', 'nothing'] },
  'a cleared agent of the copied service': { post: 'copied', groups: 'S_NORD S_NORD__C_ASE', sight: ['opens', 'nothing', 'opens'] },
  'the head of the copied service': { post: 'copied', groups: 'S_NORD S_NORD__RESPONSABLE', sight: ['opens', 'opens', 'nothing'] },
  'an agent of another service': { post: 'outsider', groups: 'S_ROUTES', sight: ['nothing', 'nothing', 'nothing'] },
  'a head cleared for child welfare elsewhere': { post: 'outsider', groups: 'S_SUD S_SUD__RESPONSABLE S_SUD__C_ASE', sight: ['nothing', 'nothing', 'nothing'] },
  'the data protection officer': { post: 'outsider', groups: 'DPO', sight: ['nothing', 'nothing', 'nothing'] },
  'an archivist': { post: 'outsider', groups: 'ARCHIVES', sight: ['nothing', 'nothing', 'nothing'] },
  'a functional administrator': { post: 'outsider', groups: 'ADMIN', sight: ['nothing', 'nothing', 'nothing'] },
  'someone in no group at all': { post: 'outsider', groups: '', sight: ['nothing', 'nothing', 'nothing'] },
} as const satisfies { readonly [name: string]: Role };
export type Name = keyof typeof cast;
export const names = Object.keys(cast) as Name[];

export const userOf = (name: Name): string => name.replace(/[^a-z]+/g, '.');

/** Before a mail has its service it is the mail room's alone, whatever its secret. */
export function sightOf(name: Name, secret: Secret, hasService: boolean): Sight {
  const { post, sight } = cast[name];
  if (!hasService) return post === 'mail room' ? 'opens' : 'nothing';
  return sight[secrets.indexOf(secret)] ?? 'nothing';
}

/** Makes the people in Alfresco and signs them in. */
export async function engage(house: TestHouse): Promise<ReadonlyMap<Name, string>> {
  const tickets = new Map<Name, string>();
  for (const name of names) {
    const id = userOf(name);
    await house.administrator.people.create({ id, firstName: name, email: `${id}@lys-et-loire.example`, password: demoPassword });
    for (const group of cast[name].groups.split(' ').filter(Boolean)) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, id);
    tickets.set(name, await signIn(house.alfrescoUrl, id));
  }
  return tickets;
}
