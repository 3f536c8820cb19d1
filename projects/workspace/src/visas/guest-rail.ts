import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';

/** The rail of a guest: what waits for their decision, eliminations and sortings. */
@Component({
  selector: 'bn-guest-rail',
  imports: [MatIcon, PlacePipe, RouterLink, RouterLinkActive, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'RAIL.LABEL' | translate">
      <a [routerLink]="'/visas' | place" routerLinkActive="here" ariaCurrentWhenActive="page" [title]="'RAIL.VISAS' | translate"><mat-icon>approval</mat-icon><span class="name">{{ 'RAIL.VISAS' | translate }}</span></a>
    </nav>
  `,
  styleUrl: '../trays/rail.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuestRail {}
