export const opinionVerdicts = ['favourable', 'reservations', 'unfavourable'] as const;
export type OpinionVerdict = (typeof opinionVerdicts)[number];
