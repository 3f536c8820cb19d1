import type { Routes } from '@angular/router';
import { AuthGuard } from '@alfresco/adf-core';
import { Files } from './files.js';
import { Permissions } from './permissions.js';
import { Search } from './search.js';
import { SignIn } from './sign-in.js';
import { Versions } from './versions.js';
import { View } from './view.js';

export const routes: Routes = [
  { path: 'login', component: SignIn },
  {
    path: '',
    canActivate: [AuthGuard],
    children: [
      { path: '', component: Files },
      { path: 'files/:source', component: Files },
      { path: 'view/:id', component: View },
      { path: 'versions/:id', component: Versions },
      { path: 'permissions/:id', component: Permissions },
      { path: 'search', component: Search },
    ],
  },
];
