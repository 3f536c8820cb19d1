import type { ServiceForecast } from '@bannette/domain';
import type { JSONColumnType } from 'kysely';

/** Who was reminded of a mail's due day, once a step; days of the authority. */
export interface ReminderTable {
  mail_id: string;
  due: string;
  /** What of the setting it was: working days from the due day, and whom it tells. */
  step: string;
  /** The group that was told, or the person. */
  audience: string;
  /** The day that it was to be sent on. */
  day: string;
  sent_at: Date;
}

/** What was foreseen for a service on a day; the last of a day stays. */
export interface ForecastTable {
  entity_id: string;
  service: string;
  day: string;
  made_at: Date;
  data: JSONColumnType<ServiceForecast>;
}

/** An open mail as the last forecast of its service sees it. */
export interface ForecastMailTable {
  mail_id: string;
  entity_id: string;
  service: string;
  due: string;
  /** When it will probably be treated, and the day by which nine of ten runs have treated it; none: not within what was looked at. */
  predicted: string | null;
  latest: string | null;
  /** Share of the runs in which it is treated after its due day. */
  risk: number;
}

/** What was promised for a mail, and when it was kept. */
export interface CommitmentTable {
  mail_id: string;
  code: string;
  entity_id: string;
  service: string;
  channel: 'paper' | 'electronic';
  received_on: string;
  due: string | null;
  met_on: string | null;
}

/** Both legs of a mail's way in: from the mail room to its service, from there to a person. */
export interface DeliveryTable {
  mail_id: string;
  entity_id: string;
  service: string;
  taken_in_at: Date;
  /** The day that it was taken in, of the authority. */
  day: string;
  service_limit: Date;
  service_at: Date | null;
  person_limit: Date | null;
  person_at: Date | null;
}

export interface ForecastTables {
  reminder: ReminderTable;
  forecast: ForecastTable;
  forecast_mail: ForecastMailTable;
  commitment: CommitmentTable;
  delivery: DeliveryTable;
}
