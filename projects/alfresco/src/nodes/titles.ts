import type { RepoNode } from './node.js';

/**
 * Aspects of title and description, of which Alfresco keeps a text for each language that somebody wrote in. Set to `null`
 * a property loses the text of the request's own language only, and the others stay, unseen; with its aspect all of them go.
 */
export const titleAspects: readonly string[] = ['cm:titled', 'cm:dublincore'];

export const isTitle = (property: string): boolean => property === 'cm:title' || property === 'cm:description';

/** A change that takes aspects off a node, with all that they hold; empty where it has none of them. Not to be sent with `null` for what they hold, which would bring them back. */
export function without({ aspects }: Pick<RepoNode, 'aspects'>, gone: readonly string[]): { readonly aspects?: readonly string[] } {
  return aspects.some((aspect) => gone.includes(aspect)) ? { aspects: aspects.filter((aspect) => !gone.includes(aspect)) } : {};
}
