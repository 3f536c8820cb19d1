/** A finding in the command's language: what is wrong, and what to do. `{name}` stands for a parameter. */
export interface Word {
  readonly severity: 'info' | 'warning' | 'error';
  readonly what: string;
  /** Empty when there is nothing to do. */
  readonly todo: string;
}

export const info = (what: string, todo = ''): Word => ({ severity: 'info', what, todo });
export const warning = (what: string, todo: string): Word => ({ severity: 'warning', what, todo });
export const error = (what: string, todo: string): Word => ({ severity: 'error', what, todo });
