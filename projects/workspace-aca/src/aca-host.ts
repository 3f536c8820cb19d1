import { inject } from '@angular/core';
import { SidenavLayoutComponent } from '@alfresco/adf-core';
import type { Host } from '@bannette/workspace';
import { map } from 'rxjs';

/** Where our pages lie in ACA, and its side navigation, which disappears altogether when folded and on narrow screens. */
export const acaHost: Host = {
  base: '/bannette',
  navigation: () => {
    const layout = inject(SidenavLayoutComponent, { optional: true });
    return layout ? { folded: layout.menuOpenState$.pipe(map((open) => !open || layout.isHeaderInside)), unfold: () => layout.toggleMenu() } : undefined;
  },
};
