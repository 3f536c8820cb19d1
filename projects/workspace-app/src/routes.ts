import type { Routes } from '@angular/router';
import { AuthGuard } from '@alfresco/adf-core';

export const routes: Routes = [
  { path: 'login', title: 'TITLE.login', loadComponent: () => import('./login.js').then((module) => module.Login) },
  { path: '', canActivate: [AuthGuard], loadChildren: () => import('@bannette/workspace').then((module) => module.workspaceRoutes) },
  { path: '**', redirectTo: '' },
];
