/** Said of one thing, and of several as `{count}` says. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** A finding in the command's language: what is wrong, and what to do. `{name}` stands for a parameter. */
export interface Word {
  readonly severity: 'info' | 'warning' | 'error';
  readonly what: string | Counted;
  /** Empty when there is nothing to do. */
  readonly todo: string;
}

export const counted = (one: string, other: string): Counted => ({ one, other });
export const info = (what: string | Counted, todo = ''): Word => ({ severity: 'info', what, todo });
export const warning = (what: string | Counted, todo: string): Word => ({ severity: 'warning', what, todo });
export const error = (what: string | Counted, todo: string): Word => ({ severity: 'error', what, todo });
