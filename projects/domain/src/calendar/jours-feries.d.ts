declare module '@socialgouv/jours-feries' {
  /** Public holidays by name, at midnight of the process's time zone. */
  export default function getJoursFeries(year: number, options?: { alsace?: boolean }): { [name: string]: Date };
}
