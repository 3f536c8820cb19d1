import type { components, operations } from './api.generated.js';

type Schemas = components['schemas'];
export type Session = Schemas['Session'];
export type Room = Schemas['Room'];
export type Person = Schemas['Person'];
export type Tray = Schemas['Tray'];
export type MailLine = Schemas['MailLine'];
export type Mail = Schemas['Mail'];
export type MailDocument = Schemas['Document'];
export type Deadline = Schemas['Deadline'];
export type Because = Schemas['Because'];
export type Proposal = Schemas['Proposal'];
export type Proposals = Schemas['Proposals'];
export type Correspondent = Schemas['Correspondent'];
export type JournalEntry = Schemas['JournalEntry'];
export type Retention = Schemas['Retention'];
export type Batch = Schemas['Batch'];
export type BatchPage = Schemas['BatchPage'];
export type SeparatorsBody = Schemas['PrintSeparators'];
export type MailSheetsBody = Schemas['PrintMailSheets'];
export type Deposit = Schemas['Deposit'];
export type DepositFile = Schemas['DepositFile'];
export type QuarantineLine = Schemas['QuarantineLine'];
export type Alert = Schemas['Alert'];
export type Notice = Schemas['Notice'];
export type UnscannedLine = Schemas['UnscannedLine'];
export type RegisterUnscannedBody = Schemas['RegisterUnscanned'];
export type HandOverBody = Schemas['HandOver'];
export type ReceiveBody = Schemas['Receive'];
export type Round = Schemas['Round'];
export type InHand = Schemas['InHand'];
export type UnscannedMonth = Schemas['UnscannedMonth'];
export type Box = Schemas['Box'];
export type Boxed = Schemas['Boxed'];
export type OpenBoxBody = Schemas['OpenBox'];
export type Paper = Schemas['Paper'];
export type SettingVersion = Schemas['SettingVersion'];
export type ProblemBody = Schemas['Problem'];
export type QualifyBody = Schemas['Qualify'];
export type AnswerBody = Schemas['Answer'];
export type MailState = MailLine['state'];
export type MailAction = Mail['actions'][number];
export type Health = Schemas['Health'];
export type HealthCheck = Schemas['HealthCheck'];
export type Finding = Schemas['Finding'];
export type FailedJob = Schemas['FailedJob'];
export type SetAside = Schemas['SetAside'];
export type FailureCounts = Schemas['FailureCounts'];
export type Retried = Schemas['Retried'];
export type Settings = operations['settings']['responses'][200]['content']['application/json'];
export type RetentionDue = operations['retentionDue']['responses'][200]['content']['application/json']['items'][number];
export type DepositFields = Omit<operations['createDeposit']['requestBody']['content']['multipart/form-data'], 'files'>;

/** A page of a list; `next` asks for the one after it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
export interface PageQuery {
  readonly limit?: number;
  readonly after?: string;
}
