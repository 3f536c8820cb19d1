import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { Room, Tray } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { Trays } from './trays.js';

interface Door {
  readonly link: string;
  readonly icon: string;
  readonly words: string;
}

interface Chapter {
  /** What stands above it. */
  readonly words: string;
  readonly rooms: readonly { readonly room: Room | 'everyone' | 'registers'; readonly doors: readonly Door[] }[];
}

/** The rooms a person may have a right to, with their doors. Deposit is open to everyone. */
const chapters: readonly Chapter[] = [
  {
    words: 'RAIL.ROOMS',
    rooms: [
      { room: 'registers', doors: [{ link: '/register', icon: 'edit_note', words: 'RAIL.REGISTER' }] },
      { room: 'everyone', doors: [{ link: '/todo', icon: 'task_alt', words: 'RAIL.TODO' }, { link: '/delegations', icon: 'event_busy', words: 'RAIL.DELEGATIONS' }, { link: '/deposit', icon: 'upload_file', words: 'RAIL.DEPOSIT' }] },
      { room: 'mailRoom', doors: [{ link: '/batches', icon: 'layers', words: 'RAIL.BATCHES' }, { link: '/quarantine', icon: 'report_problem', words: 'RAIL.QUARANTINE' }, { link: '/leaving', icon: 'auto_delete', words: 'RAIL.LEAVING' }, { link: '/sheets', icon: 'qr_code_2', words: 'RAIL.SHEETS' }] },
      { room: 'correspondents', doors: [{ link: '/correspondents', icon: 'contacts', words: 'RAIL.CORRESPONDENTS' }] },
      { room: 'affairs', doors: [{ link: '/affairs', icon: 'folder_open', words: 'RAIL.AFFAIRS' }] },
      { room: 'clocks', doors: [{ link: '/clocks', icon: 'hourglass_bottom', words: 'RAIL.CLOCKS' }] },
      { room: 'figures', doors: [{ link: '/forecast', icon: 'insights', words: 'RAIL.FORECAST' }, { link: '/commitments', icon: 'handshake', words: 'RAIL.COMMITMENTS' }] },
      { room: 'identify', doors: [{ link: '/identify', icon: 'how_to_reg', words: 'RAIL.IDENTIFY' }] },
      { room: 'beneficiaries', doors: [{ link: '/beneficiaries', icon: 'person_search', words: 'RAIL.BENEFICIARIES' }, { link: '/natures', icon: 'category', words: 'RAIL.NATURES' }] },
      { room: 'ruleReturns', doors: [{ link: '/administration/rules/returns', icon: 'undo', words: 'RAIL.RULE_RETURNS' }] },
      { room: 'unscanned', doors: [{ link: '/unscanned', icon: 'mark_email_unread', words: 'RAIL.UNSCANNED' }] },
      { room: 'boxes', doors: [{ link: '/boxes', icon: 'inventory', words: 'RAIL.BOXES' }] },
      { room: 'register', doors: [{ link: '/registers', icon: 'menu_book', words: 'RAIL.REGISTERS' }] },
      { room: 'reservations', doors: [{ link: '/reservations', icon: 'power_off', words: 'RAIL.RESERVATIONS' }] },
      { room: 'alerts', doors: [{ link: '/alerts', icon: 'campaign', words: 'RAIL.ALERTS' }] },
      { room: 'administration', doors: [{ link: '/administration', icon: 'tune', words: 'RAIL.ADMINISTRATION' }] },
    ],
  },
  {
    words: 'RAIL.RECORDS',
    rooms: [
      { room: 'records', doors: [{ link: '/retention', icon: 'inventory_2', words: 'RAIL.RETENTION' }] },
      { room: 'schedule', doors: [{ link: '/schedule', icon: 'rule_folder', words: 'RAIL.SCHEDULE' }] },
      { room: 'holds', doors: [{ link: '/holds', icon: 'ac_unit', words: 'RAIL.HOLDS' }] },
      { room: 'campaigns', doors: [{ link: '/campaigns', icon: 'delete_sweep', words: 'RAIL.CAMPAIGNS' }] },
      { room: 'dpo', doors: [{ link: '/sortings', icon: 'call_split', words: 'RAIL.SORTINGS' }] },
      { room: 'archives', doors: [{ link: '/sortings', icon: 'call_split', words: 'RAIL.SORTINGS' }, { link: '/series', icon: 'history_edu', words: 'RAIL.SERIES' }] },
      { room: 'visas', doors: [{ link: '/visas', icon: 'approval', words: 'RAIL.VISAS' }] },
      { room: 'register', doors: [{ link: '/eliminations', icon: 'delete_forever', words: 'RAIL.ELIMINATIONS' }] },
      { room: 'proof', doors: [{ link: '/proof', icon: 'verified', words: 'RAIL.PROOF' }] },
      { room: 'processings', doors: [{ link: '/processings', icon: 'policy', words: 'RAIL.PROCESSINGS' }] },
    ],
  },
];

const icons: { readonly [kind in Tray['kind']]: string } = { personal: 'person', unread: 'mark_email_unread', followed: 'bookmark', today: 'today', function: 'badge', toAssign: 'person_add', supervised: 'groups', signals: 'campaign', replacing: 'switch_account', saved: 'saved_search', late: 'schedule', copies: 'content_copy', qualification: 'rule', service: 'inbox' };

const calm: readonly Tray['kind'][] = ['unread', 'supervised', 'function', 'toAssign', 'followed', 'copies'];

/** The left rail: my trays with their counts, then the rooms. In a frame of 1024 px and less, icons. */
@Component({
  selector: 'bn-rail',
  imports: [MatIcon, NgTemplateOutlet, PlacePipe, RouterLink, RouterLinkActive, TranslatePipe],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rail {
  private readonly session = inject(SessionStore);
  private readonly place = injectPlace();
  protected readonly words = inject(Words);
  protected readonly trays = inject(Trays);
  protected readonly icons = icons;
  protected readonly chapters = computed(() => {
    const mine = this.session.person()?.rooms ?? [];
    const registers = !!this.session.person()?.registers.length;
    const may = (room: Chapter['rooms'][number]['room']): boolean => room === 'everyone' || (room === 'registers' ? registers : mine.includes(room));
    const once = (doors: readonly Door[]): readonly Door[] => doors.filter(({ link }, at) => doors.findIndex((one) => one.link === link) === at);
    return chapters.map(({ words, rooms }) => ({ words, doors: once(rooms.filter(({ room }) => may(room)).flatMap(({ doors }) => doors)) })).filter(({ doors }) => doors.length);
  });

  /** What awaits somebody behind a door. */
  protected behind({ link }: Door): number {
    return link === '/alerts' ? this.session.openAlerts() : 0;
  }

  protected nameOf(tray: Tray): string {
    return this.trays.nameOf(tray);
  }

  protected linkOf(tray: Tray): string[] {
    return [this.place('/trays'), ...(tray.kind === 'qualification' ? tray.id.split(':') : [tray.id])];
  }

  /** Whether its count stands out: not where late ones are shown in another tray anyway. */
  protected presses({ kind, open, late }: Tray): boolean {
    return kind === 'late' ? open > 0 : late > 0 && !calm.includes(kind);
  }

  protected iconOf(tray: Tray): string {
    return icons[tray.kind];
  }

  protected countOf(tray: Tray): string {
    if (tray.uncounted) return this.words.text('SAVED_TRAY.UNCOUNTED');
    const open = this.words.count('TRAY.OPEN', tray.open);
    return tray.late ? `${open}, ${this.words.count('TRAY.LATE', tray.late)}` : open;
  }
}
