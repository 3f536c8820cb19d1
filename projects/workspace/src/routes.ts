import type { Routes } from '@angular/router';
import type { DeskPage } from './desk/desk.page.js';

/** The pages of the workspace, each loaded when it is gone to. */
export const workspaceRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./layout/frame.js').then((module) => module.Frame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'trays/mine' },
      { path: 'trays/qualification', data: { title: 'TITLE.qualification' }, loadComponent: () => import('./qualification/qualification.page.js').then((module) => module.QualificationPage) },
      { path: 'trays/qualification/:site', data: { title: 'TITLE.qualification' }, loadComponent: () => import('./qualification/qualification.page.js').then((module) => module.QualificationPage) },
      { path: 'trays/:tray', data: { title: 'TITLE.trays' }, loadComponent: () => import('./trays/tray.page.js').then((module) => module.TrayPage) },
      { path: 'mails/:id', data: { title: 'TITLE.mail' }, loadComponent: () => import('./reading/mail.page.js').then((module) => module.MailPage) },
      { path: 'search', data: { title: 'TITLE.search' }, loadComponent: () => import('./search/search.page.js').then((module) => module.SearchPage) },
      { path: 'deposit', data: { title: 'TITLE.deposit' }, loadComponent: () => import('./deposit/deposit.page.js').then((module) => module.DepositPage) },
      { path: 'alerts', data: { title: 'TITLE.alerts' }, loadComponent: () => import('./alerts/alerts.page.js').then((module) => module.AlertsPage) },
      { path: 'quarantine', data: { title: 'TITLE.quarantine' }, loadComponent: () => import('./quarantine/quarantine.page.js').then((module) => module.QuarantinePage) },
      { path: 'leaving', data: { title: 'TITLE.leaving' }, loadComponent: () => import('./leaving/leaving.page.js').then((module) => module.LeavingPage) },
      { path: 'sheets', data: { title: 'TITLE.sheets' }, loadComponent: () => import('./sheets/sheets.page.js').then((module) => module.SheetsPage) },
      { path: 'batches', data: { title: 'TITLE.batches' }, loadComponent: () => import('./batches/batches.page.js').then((module) => module.BatchesPage) },
      { path: 'batches/:id', data: { title: 'TITLE.batch' }, canDeactivate: [(page: DeskPage) => page.mayLeave()], loadComponent: () => import('./desk/desk.page.js').then((module) => module.DeskPage) },
      { path: 'unscanned', data: { title: 'TITLE.unscanned' }, loadComponent: () => import('./unscanned/unscanned.page.js').then((module) => module.UnscannedPage) },
      { path: 'boxes', data: { title: 'TITLE.boxes' }, loadComponent: () => import('./boxes/boxes.page.js').then((module) => module.BoxesPage) },
      { path: 'boxes/:code', data: { title: 'TITLE.box' }, loadComponent: () => import('./boxes/box.page.js').then((module) => module.BoxPage) },
      { path: 'clocks', data: { title: 'TITLE.clocks' }, loadComponent: () => import('./clocks/clocks.page.js').then((module) => module.ClocksPage) },
      { path: 'beneficiaries', data: { title: 'TITLE.beneficiaries' }, loadComponent: () => import('./beneficiaries/beneficiaries.page.js').then((module) => module.BeneficiariesPage) },
      { path: 'identify', data: { title: 'TITLE.identify' }, loadComponent: () => import('./beneficiaries/identify.page.js').then((module) => module.IdentifyPage) },
      { path: 'beneficiaries/:id', data: { title: 'TITLE.beneficiary' }, loadComponent: () => import('./beneficiaries/beneficiary.page.js').then((module) => module.BeneficiaryPage) },
      { path: 'natures', data: { title: 'TITLE.natures' }, loadComponent: () => import('./beneficiaries/natures.page.js').then((module) => module.NaturesPage) },
      { path: 'retention', data: { title: 'TITLE.retention' }, loadComponent: () => import('./retention/retention.page.js').then((module) => module.RetentionPage) },
      { path: 'notices', data: { title: 'TITLE.notices' }, loadComponent: () => import('./notices/notices.page.js').then((module) => module.NoticesPage) },
      { path: 'administration', pathMatch: 'full', redirectTo: 'administration/services' },
      { path: 'administration/thesaurus', data: { title: 'TITLE.administration' }, loadComponent: () => import('./thesaurus/thesaurus.page.js').then((module) => module.ThesaurusPage) },
      { path: 'administration/health', data: { title: 'TITLE.health' }, loadComponent: () => import('./health/health.page.js').then((module) => module.HealthPage) },
      { path: 'administration/failures', data: { title: 'TITLE.failures' }, loadComponent: () => import('./failures/failures.page.js').then((module) => module.FailuresPage) },
      { path: 'administration/sites', data: { title: 'TITLE.administration' }, loadComponent: () => import('./administration/sites/sites.page.js').then((module) => module.SitesPage) },
      { path: 'administration/services', data: { title: 'TITLE.administration' }, loadComponent: () => import('./administration/services/services.page.js').then((module) => module.ServicesPage) },
      { path: 'administration/scanners', data: { title: 'TITLE.administration' }, loadComponent: () => import('./administration/scanners/scanners.page.js').then((module) => module.ScannersPage) },
      { path: 'administration/:kind', data: { title: 'TITLE.administration' }, loadComponent: () => import('./administration/administration.page.js').then((module) => module.AdministrationPage) },
    ],
  },
];
