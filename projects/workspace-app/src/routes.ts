import type { Routes } from '@angular/router';
import { signedIn } from './signed-in.js';

export const routes: Routes = [
  { path: 'login', data: { title: 'TITLE.login' }, loadComponent: () => import('./login.js').then((module) => module.Login) },
  { path: '', canActivate: [signedIn], loadChildren: () => import('@bannette/workspace').then((module) => module.workspaceRoutes) },
  { path: '**', redirectTo: '' },
];
