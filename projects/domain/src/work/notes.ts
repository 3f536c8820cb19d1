/** Who sees a note, beside its author: nobody, a service, all who may open the mail, or persons by name. */
export const noteVisibilities = ['me', 'service', 'readers', 'persons'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];
