import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideTranslations } from '@alfresco/adf-core';
import { provideShellRoutes } from '@alfresco/adf-core/shell';
import { provideExtensionConfigValues, provideExtensions } from '@alfresco/adf-extensions';
import { mailCells, provideWorkspaceFor, workspaceRoutes } from '@bannette/workspace';
import { acaHost } from './aca-host.js';
import extension from './extension.json';

/**
 * Bannette in Alfresco Content App: its pages below `/bannette`, an entry in the side navigation, columns of lists and a form of
 * search. Goes before ACA's own shell routes, which end with one that catches everything.
 */
export const provideBannette = (): (Provider | EnvironmentProviders)[] => [
  provideTranslations('bannette', 'assets/bannette'),
  provideWorkspaceFor(acaHost),
  provideExtensionConfigValues([extension]),
  provideExtensions({ components: Object.fromEntries(Object.entries(mailCells).map(([property, cell]) => [`bannette.columns.${property}`, cell])) }),
  provideShellRoutes([{ path: 'bannette', children: workspaceRoutes }]),
];
