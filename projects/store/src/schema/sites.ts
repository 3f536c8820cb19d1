/** Where something came in, and who handles it until a service does. */
export interface SiteColumns {
  /** Code of the site; none: the central mail room, or from before there were sites. */
  site: string | null;
  /** Groups of the mail rooms that handle it; none: the central one. */
  mail_rooms: string[] | null;
}
