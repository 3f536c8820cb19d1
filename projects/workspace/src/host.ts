import { inject, InjectionToken, Pipe, type PipeTransform } from '@angular/core';
import type { Observable } from 'rxjs';

/** The application whose guests our pages are. It has a header, an account menu, page titles and looks of its own, so that ours stay away. */
export interface Host {
  /** Where our pages lie in its router, such as `/bannette`. */
  readonly base: string;
  /** Its side navigation, when it may be folded away altogether and only the page can bring it back. May inject what stands around our frame. */
  readonly navigation?: () => { readonly folded: Observable<boolean>; unfold(): void } | undefined;
}

/** Our host; none where our pages are an application by themselves. */
export const HOST = new InjectionToken<Host | undefined>('Host', { providedIn: 'root', factory: () => undefined });

/** Where `path`, which begins with `/`, lies in the host's router. */
export function injectPlace(): (path: string) => string {
  const base = inject(HOST)?.base ?? '';
  return (path) => (path === '/' ? base || '/' : base + path);
}

/** A path of ours, for `routerLink`. */
@Pipe({ name: 'place' })
export class PlacePipe implements PipeTransform {
  readonly transform = injectPlace();
}
