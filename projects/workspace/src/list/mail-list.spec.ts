import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslateService } from '@ngx-translate/core';
import { speakFrench, workspaceForTests } from '../testing/providers.js';
import { line } from '../testing/samples.js';
import { MailList } from './mail-list.js';

@Component({
  imports: [MailList],
  template: `<div style="display: flex; flex-direction: column; width: 1300px; height: 460px">
    <bn-mail-list [lines]="lines()" [hasMore]="more()" [selectable]="true" [(chosen)]="chosen" [(activeId)]="active" [openId]="open()" (opened)="open.set($event)" (nearEnd)="asked = asked + 1" />
  </div>`,
})
class Host {
  readonly lines = signal(Array.from({ length: 500 }, (_, at) => line(String(at))));
  readonly more = signal(true);
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  readonly active = signal<string | undefined>('0');
  readonly open = signal<string | undefined>(undefined);
  asked = 0;
}

describe('The list of mails', () => {
  let fixture: ComponentFixture<Host>;
  const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const rows = (): HTMLElement[] => [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('bn-mail-row')];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 12; turn++) {
      fixture.detectChanges();
      await frame();
    }
    await fixture.whenStable();
  };
  const press = async (key: string): Promise<void> => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ imports: [Host], providers: workspaceForTests() });
    speakFrench(TestBed.inject(TranslateService));
    fixture = TestBed.createComponent(Host);
    await settle();
    rows()[0]?.focus();
  });

  it('draws the rows in sight, not all five hundred', () => {
    expect(rows().length).toBeGreaterThan(8);
    expect(rows().length).toBeLessThan(60);
  });

  it('chooses from where one began to where the arrows lead, all that is shown, and nothing again', async () => {
    const { chosen } = fixture.componentInstance;
    const type = async (key: string, more: KeyboardEventInit): Promise<void> => {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, ...more, bubbles: true, cancelable: true }));
      await settle();
    };
    await type('ArrowDown', { shiftKey: true });
    await type('ArrowDown', { shiftKey: true });
    expect([...chosen()]).toEqual(['0', '1', '2']);
    await type('a', { ctrlKey: true });
    expect(chosen().size).toBe(500);
    expect(rows().length).toBeLessThan(60);
    expect(rows()[3]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked).toBeTrue();
  });

  it('chooses by its boxes, with Shift a whole range, without opening the mail', async () => {
    const { chosen, open } = fixture.componentInstance;
    const box = (at: number): HTMLInputElement | null | undefined => rows()[at]?.querySelector<HTMLInputElement>('input[type=checkbox]');
    box(1)?.click();
    await settle();
    box(4)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await settle();
    expect([...chosen()]).toEqual(['1', '2', '3', '4']);
    expect(open()).toBeUndefined();
  });

  it('has one Tab stop, which follows the active row', async () => {
    await press('ArrowDown');
    expect(rows().filter(({ tabIndex }) => tabIndex === 0).map(({ dataset }) => dataset['mail'])).toEqual(['1']);
    expect((document.activeElement as HTMLElement).dataset['mail']).toBe('1');
  });

  it('opens the active mail on Enter and tells screen readers which one is open', async () => {
    await press('ArrowDown');
    await press('Enter');
    expect(fixture.componentInstance.open()).toBe('1');
    expect(rows().filter((row) => row.getAttribute('aria-selected') === 'true').map(({ dataset }) => dataset['mail'])).toEqual(['1']);
  });

  it('goes to the last mail, drawing it, and asks for more near the end', async () => {
    await press('End');
    expect(fixture.componentInstance.active()).toBe('499');
    expect((document.activeElement as HTMLElement).dataset['mail']).toBe('499');
    expect(fixture.componentInstance.asked).toBeGreaterThan(0);
  });

  it('moves only by keys without modifiers', () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', ctrlKey: true, bubbles: true }));
    expect(fixture.componentInstance.active()).toBe('0');
  });

  it('says of a masked mail that it is confidential, and nothing of its sender', async () => {
    fixture.componentInstance.lines.set([line('7', { masked: true, confidentiality: 3, sender: 'Mme Secret', subject: 'Secret' })]);
    await settle();
    expect(rows()[0]?.textContent).toContain('Pli confidentiel');
    expect(rows()[0]?.textContent).not.toContain('Secret');
  });

  it('says the state in a word beside its mark', () => {
    expect(rows()[0]?.querySelector('.state')?.textContent).toContain('À traiter');
  });
});
