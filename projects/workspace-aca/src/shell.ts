import { inject } from '@angular/core';
import { SHELL_APP_SERVICE } from '@alfresco/adf-core/shell';
import type { Host } from '@bannette/workspace';
import { map, type Observable } from 'rxjs';

/** What ACA's shell service is besides what ADF's token says of it. Named here because ACA's own package stays out of this one. */
interface AcaShell {
  readonly appNavNarMode$?: Observable<'expanded' | 'collapsed'>;
  readonly toggleAppNavBar$?: { next(): void };
}

/** Where our pages lie in ACA, and its side navigation, which disappears altogether when folded. */
export function acaHost(): Host {
  const { appNavNarMode$: mode, toggleAppNavBar$: toggle } = inject(SHELL_APP_SERVICE) as AcaShell;
  return { base: '/bannette', ...(mode && toggle && { navigation: { folded: mode.pipe(map((now) => now === 'collapsed')), unfold: () => toggle.next() } }) };
}
