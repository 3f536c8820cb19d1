import { HttpClient, HttpErrorResponse, type HttpEvent } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { catchError, throwError, type Observable } from 'rxjs';
import { toProblem } from './problem.js';
import type * as T from './types.js';

/** Where the API answers; the same origin as the pages, below whatever path they are served from. */
export const API_BASE = new InjectionToken<string>('Base of the API', { providedIn: 'root', factory: () => '/bannette/api/v1' });

type Query = { readonly [name: string]: string | number | undefined };
interface Items<T> {
  readonly items: readonly T[];
}

/** The API, one method an operation. An interceptor signs each call with the person's ticket; each failure is a `Problem`. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly base = inject(API_BASE);

  session = () => this.get<T.Session>('/me');
  people = (service: string) => this.get<Items<T.Person>>('/people', { service });
  trays = () => this.get<Items<T.Tray>>('/trays');
  trayMails = (tray: string, page: T.PageQuery) => this.get<T.Page<T.MailLine>>(`/trays/${encodeURIComponent(tray)}/mails`, { ...page });
  search = (q: string, page: T.PageQuery) => this.get<T.Page<T.MailLine>>('/search', { q, ...page });
  mail = (id: string) => this.get<T.Mail>(`/mails/${id}`);
  journal = (id: string) => this.get<Items<T.JournalEntry>>(`/mails/${id}/journal`);
  documentContent = (id: string, documentId: string, form: 'original' | 'searchable' = 'searchable') => this.blob(`/mails/${id}/documents/${documentId}/content`, { form });
  documentReading = (id: string, documentId: string) => this.get<T.DocumentReading>(`/mails/${id}/documents/${documentId}/reading`);
  reread = (id: string, documentId: string, how: { readonly language?: string; readonly uneven?: boolean }) => this.post<T.DocumentReading>(`/mails/${id}/documents/${documentId}/reread`, how);
  readingLanes = () => this.get<Items<T.ReadingLane>>('/reading/lanes');
  correspondents = (q: string) => this.get<Items<T.Correspondent>>('/correspondents', { q });
  /** Any action on a mail: `take`, `assign`, `qualify`, `undo`, … */
  act = (id: string, action: string, body: object) => this.post<T.Mail>(`/mails/${id}/${action}`, body);

  registerEntry = (body: T.EntryBody) => this.post<T.Entered>('/entries', body);
  fieldProperties = () => this.get<Items<T.FieldProperty>>('/administration/fields');

  deposits = (page: T.PageQuery) => this.get<T.Page<T.Deposit>>('/deposits', { ...page });
  deposit = (id: string) => this.get<T.Deposit>(`/deposits/${id}`);
  quarantine = (page: T.PageQuery & { readonly reason?: string }) => this.get<T.Page<T.QuarantineLine>>('/quarantine', { ...page });
  quarantineReasons = () => this.get<T.ReasonCounts>('/quarantine/reasons');
  retryFiles = (ids: readonly string[]) => this.post<T.EachOutcome>('/quarantine/retry', { ids });
  discardFiles = (ids: readonly string[], reason: string) => this.post<T.EachOutcome>('/quarantine/discard', { ids, reason });
  quarantineContent = (id: string) => this.blob(`/quarantine/${id}/content`);
  retryFile = (id: string) => this.post<T.QuarantineLine>(`/quarantine/${id}/retry`, undefined);
  discardFile = (id: string, reason: string) => this.post<T.QuarantineLine>(`/quarantine/${id}/discard`, { reason });

  leaving = (page: T.PageQuery & { readonly state: keyof T.LeavingCounts }) => this.get<T.Page<T.LeavingLine>>('/leaving', { ...page });
  leavingCounts = () => this.get<T.LeavingCounts>('/leaving/counts');
  holdFile = (id: string, reason: string) => this.post<T.LeavingLine>(`/leaving/${id}/hold`, { reason });
  releaseFile = (id: string) => this.post<T.LeavingLine>(`/leaving/${id}/release`, undefined);

  desk = (id: string) => this.get<T.Desk>(`/batches/${id}/desk`);
  changeDesk = (id: string, revision: number, changes: readonly T.DeskChange[]) => this.post<T.DeskState>(`/batches/${id}/desk`, { revision, changes });
  undoDesk = (id: string, revision: number) => this.post<T.DeskState>(`/batches/${id}/desk/undo`, { revision });
  redoDesk = (id: string, revision: number) => this.post<T.DeskState>(`/batches/${id}/desk/redo`, { revision });
  correctAnnounced = (id: string, body: T.CorrectAnnouncedBody) => this.post<T.ScanBatch>(`/batches/${id}/announced`, body);
  releaseBatch = (id: string, revision: number) => this.post<T.ScanBatch>(`/batches/${id}/release`, { revision });
  resumeBatch = (id: string, revision: number) => this.post<T.ScanBatch>(`/batches/${id}/resume`, { revision });
  rejectBatch = (id: string, revision: number, reason: string) => this.post<T.ScanBatch>(`/batches/${id}/reject`, { revision, reason });
  batches = (page: T.PageQuery & { state?: string; open?: string; scanner?: string; operator?: string; site?: string }) => this.get<T.Page<T.ScanBatch>>('/batches', { ...page });
  announceBatch = (body: T.AnnounceBatchBody) => this.post<T.ScanBatch>('/batches', body);
  endBatch = (id: string, revision: number) => this.post<T.ScanBatch>(`/batches/${id}/end`, { revision });
  batchScan = (id: string) => this.get<T.BatchScan>(`/batches/${id}/scan`);
  sidecarContent = (id: string, sidecar: string) => this.blob(`/batches/${id}/sidecars/${sidecar}`);
  scanners = () => this.get<Items<T.ScannerState>>('/scanners');
  scanDay = () => this.get<T.ScanDay>('/scanners/today');
  makeScannerFolder = (code: string) => this.post<T.ScannerState>(`/scanners/${encodeURIComponent(code)}/folder`, {});
  trySidecar = (mapping: object, sample: string) => this.post<T.SidecarFacts>('/scanners/sidecar', { mapping, sample });
  batchesToCheck = () => this.get<T.Page<T.ScanBatch>>('/batches', { state: 'toCheck', limit: 50 });
  pageImage = (id: string, file: string, page: number, width: 160 | 320 | 1200) => this.blob(`/batches/${id}/files/${file}/pages/${page}/image`, { width });
  /** The desk of a mail that waits to be qualified. */
  openDesk = (mail: string) => this.post<{ batch: string }>(`/mails/${mail}/desk`, {});
  beneficiaries = (q: string, limit = 20) => this.get<Items<T.Beneficiary>>('/beneficiaries', { q, limit });
  beneficiary = (id: string) => this.get<T.BeneficiaryFile>(`/beneficiaries/${id}`);
  alikeBeneficiaries = (said: { name: string; firstName?: string; birthDate?: string; fileNumber?: string }) => this.get<Items<T.BeneficiaryHit>>('/beneficiaries/alike', said);
  beneficiaryGuards = () => this.get<Items<T.BeneficiaryGuard>>('/beneficiaries/guards');
  addBeneficiary = (body: T.AddBeneficiaryBody) => this.post<T.Beneficiary>('/beneficiaries', body);
  changeBeneficiary = (id: string, body: T.AddBeneficiaryBody & { revision: number }) => this.post<T.Beneficiary>(`/beneficiaries/${id}`, body);
  filedDocuments = (page: T.PageQuery & { beneficiary?: string; nature?: string; q?: string }) => this.get<T.Page<T.FiledDocument>>('/documents', { ...page });
  unidentified = (page: T.PageQuery) => this.get<T.Page<T.Unidentified>>('/beneficiaries/to-identify', { ...page });
  identify = (documents: readonly string[], beneficiaries: readonly string[]) => this.post<{ identified: number }>('/beneficiaries/to-identify', { documents, beneficiaries });
  termUse = () => this.get<Items<{ code: string; documents: number }>>('/thesaurus/use');
  printSeparators = (body: T.SeparatorsBody) => this.made('/sheets/separators', body);
  printMailSheets = (body: T.MailSheetsBody) => this.made('/sheets/mails', body);

  registerUnscanned = (body: T.RegisterUnscannedBody) => this.post<T.UnscannedLine>('/unscanned', body);
  unscanned = (page: T.PageQuery & { state: 'waiting' | 'handedOver' | 'toReturn'; service?: string }) => this.get<T.Page<T.UnscannedLine>>('/unscanned', { ...page });
  inHand = () => this.get<Items<T.InHand>>('/unscanned/in-hand');
  findUnscanned = (number: string) => this.post<T.UnscannedLine>('/unscanned/find', { number });
  unscannedMonths = () => this.get<Items<T.UnscannedMonth>>('/unscanned/months');
  unscannedMonthsFile = () => this.blob('/unscanned/months.csv');
  printSlips = (mails: readonly string[]) => this.made('/unscanned/slips', { mails });
  handOver = (body: T.HandOverBody) => this.post<T.Round>('/rounds', body);
  receive = (body: T.ReceiveBody) => this.post<T.Round>('/rounds/received', body);
  rounds = (page: T.PageQuery) => this.get<T.Page<T.Round>>('/rounds', { ...page });
  roundSignature = (id: string) => this.blob(`/rounds/${id}/signature`);
  unseal = (id: string, body: T.UnsealBody) => this.post<T.Paper>(`/mails/${id}/unseal`, body);
  returnOriginal = (id: string, body: T.ReturnBody) => this.post<T.Paper>(`/mails/${id}/return`, body);
  endorse = (id: string, number: string, scanner: string | undefined) => this.post<T.Paper>(`/mails/${id}/endorse`, { number, scanner });
  boxes = (page: T.PageQuery & { q?: string }) => this.get<T.Page<T.Box>>('/boxes', { ...page });
  openBox = (body: T.OpenBoxBody) => this.post<T.Box>('/boxes', body);
  box = (code: string) => this.get<{ box: T.Box; items: T.Boxed[] }>(`/boxes/${encodeURIComponent(code)}`);
  putInBox = (code: string, number: string) => this.post<{ box: T.Box; mail: T.Boxed; from?: string }>(`/boxes/${code}/mails`, { number });
  takeOutOfBox = (code: string, id: string) => this.post<T.Box>(`/boxes/${code}/mails/${id}/take-out`, undefined);
  changeBox = (code: string, location: string | undefined) => this.post<T.Box>(`/boxes/${code}/location`, { location });
  closeBox = (code: string) => this.post<T.Box>(`/boxes/${code}/close`, undefined);
  boxLabel = (code: string) => this.blob(`/boxes/${code}/label`);
  boxList = (code: string, form: 'pdf' | 'csv') => this.blob(`/boxes/${code}/list`, { form });

  clocks = (page: T.PageQuery & { until?: string; kind?: string }) => this.get<T.Page<T.ClockLine>>('/clocks', { ...page });
  forecasts = () => this.get<{ items: T.ServiceForecast[] }>('/forecasts');
  mailsAtRisk = (service: string, page: T.PageQuery) => this.get<T.Page<T.MailAtRisk>>(`/forecasts/${encodeURIComponent(service)}/mails`, { ...page });
  commitments = (query: T.MonthsQuery) => this.get<{ items: T.CommitmentResult[] }>('/commitments', { ...query });
  commitmentsFile = (query: T.MonthsQuery) => this.blob('/commitments.csv', { ...query });
  deliveries = (query: T.MonthsQuery) => this.get<{ items: T.DeliveryLine[] }>('/deliveries', { ...query });
  deliveriesFile = (query: T.MonthsQuery) => this.blob('/deliveries.csv', { ...query });
  previewCalendar = (calendar: unknown) => this.post<T.CalendarPreview>('/administration/calendar/preview', { calendar });
  proof = () => this.get<T.Proof>('/journal/proof');
  seals = (page: T.PageQuery) => this.get<T.Page<T.JournalSeal>>('/journal/seals', { ...page });
  sealFile = (number: number) => this.blob(`/journal/seals/${number}/file`);
  verifySeal = (number: number) => this.post<{ findings: readonly T.SealFinding[] }>(`/journal/seals/${number}/verify`, undefined);
  retentionDue = (page: T.PageQuery & { until?: string }) => this.get<T.Page<T.RetentionDue>>('/retention/due', { ...page });
  notices = (page: T.PageQuery) => this.get<T.Page<T.Notice> & { readonly unread: number }>('/notices', { ...page });
  readNotice = (id: string) => this.post<T.Notice>(`/notices/${id}/read`, undefined);
  readNotices = (until: string) => this.post<{ unread: number }>('/notices/read', { until });
  noticePreferences = () => this.get<T.NoticePreferences>('/notices/preferences');
  changeNoticePreferences = (body: T.ChangeNoticePreferencesBody) => this.told(this.http.put<T.NoticePreferences>(`${this.base}/notices/preferences`, body));

  health = () => this.get<T.Health>('/administration/health');
  /** Looks at the installation now; takes some seconds. */
  examine = () => this.post<T.Health>('/administration/health', undefined);
  failures = () => this.get<T.FailureCounts>('/administration/failures');
  failedJobs = (page: T.PageQuery) => this.get<T.Page<T.FailedJob>>('/administration/failed-jobs', { ...page });
  retryJob = (id: string) => this.post<T.Retried>(`/administration/failed-jobs/${id}/retry`, undefined);
  retryJobs = () => this.post<T.Retried>('/administration/failed-jobs/retry', undefined);
  setAside = (page: T.PageQuery) => this.get<T.Page<T.SetAside>>('/administration/set-aside', { ...page });
  replayEntry = (consumer: string, seq: number) => this.post<T.SetAside>(`/administration/set-aside/${consumer}/${seq}/replay`, undefined);
  alerts = (page: T.PageQuery & { state?: 'unsettled' | 'all' }) => this.get<T.Page<T.Alert>>('/alerts', { ...page });
  seeAlert = (id: string) => this.post<T.Alert>(`/alerts/${id}/see`, undefined);
  settleAlert = (id: string, reason: string) => this.post<T.Alert>(`/alerts/${id}/settle`, { reason });

  retirement = (service: string) => this.get<T.Retirement>(`/administration/services/${service}/retirement`);
  retireService = (service: string, body: T.RetireServiceBody) => this.post<{ services: number; rules: number }>(`/administration/services/${service}/retire`, body);
  settings = () => this.get<T.Settings>('/settings');
  settingVersions = (kind: string) => this.get<Items<T.SettingVersion>>(`/settings/${kind}/versions`);
  publishSetting = (kind: string, data: unknown, comment: string, basedOn: number) =>
    this.told(this.http.put<T.SettingVersion>(`${this.base}/settings/${kind}`, { data, comment, basedOn }));

  /** Sends files; the same `key` sent again is the same deposit. */
  createDeposit(form: FormData, key: string): Observable<HttpEvent<{ id: string }>> {
    return this.told(this.http.post<{ id: string }>(`${this.base}/deposits`, form, { headers: { 'Idempotency-Key': key, 'X-Bannette-Source': 'page' }, reportProgress: true, observe: 'events' }));
  }

  private get<T>(path: string, query: Query = {}): Observable<T> {
    return this.told(this.http.get<T>(this.base + path, { params: given(query) }));
  }

  private post<T>(path: string, body: object | undefined): Observable<T> {
    return this.told(this.http.post<T>(this.base + path, body ?? {}));
  }

  private blob(path: string, query: Query = {}): Observable<Blob> {
    return this.told(this.http.get(this.base + path, { params: given(query), responseType: 'blob' }));
  }

  /** A file that is made of what is sent; a refusal comes as a file, too, and is read as the problem that it is. */
  private made(path: string, body: object): Observable<Blob> {
    return this.told(this.http.post(this.base + path, body, { responseType: 'blob' }).pipe(catchError((error: unknown) => refusalIn(error))));
  }

  private told<T>(call: Observable<T>): Observable<T> {
    return call.pipe(catchError((error: unknown) => throwError(() => toProblem(error))));
  }
}

/** A refusal whose body came as a blob, with its body read. */
async function refusalIn(error: unknown): Promise<never> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) throw error;
  const body: unknown = await error.error.text().then((text) => JSON.parse(text) as unknown).catch(() => undefined);
  throw new HttpErrorResponse({ error: body, status: error.status, statusText: error.statusText, url: error.url ?? undefined, headers: error.headers });
}

const given = (query: Query): { [name: string]: string | number } => Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined));
