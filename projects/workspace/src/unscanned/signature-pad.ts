import { ChangeDetectionStrategy, Component, type ElementRef, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';

const size = { width: 640, height: 200 } as const;

/** A field to sign in by finger, pen or mouse; black on white whatever the theme, since it is kept as an image. */
@Component({
  selector: 'bn-signature-pad',
  imports: [MatButton, TranslatePipe],
  template: `
    <canvas #pad [width]="size.width" [height]="size.height" role="img" [attr.aria-label]="'UNSCANNED.SIGNATURE' | translate" (pointerdown)="begin($event)" (pointermove)="draw($event)" (pointerup)="end()" (pointercancel)="end()"></canvas>
    <div><span class="bn-quiet">{{ 'UNSCANNED.SIGN_HERE' | translate }}</span><button matButton type="button" [disabled]="!signed()" (click)="clear()">{{ 'UNSCANNED.CLEAR' | translate }}</button></div>
  `,
  styles: `
    :host { display: block; max-width: 640px; }
    canvas { display: block; width: 100%; aspect-ratio: 640 / 200; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: #fff; touch-action: none; cursor: crosshair; }
    div { display: flex; justify-content: space-between; align-items: center; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignaturePad {
  private readonly pad = viewChild.required<ElementRef<HTMLCanvasElement>>('pad');
  protected readonly size = size;
  /** Whether there is more than a dot of it. */
  readonly signed = signal(false);
  private drawing = false;
  private strokes = 0;

  /** Base64 of its PNG; undefined while nobody has signed. */
  png(): string | undefined {
    return this.signed() ? this.pad().nativeElement.toDataURL('image/png').split(',')[1] : undefined;
  }

  clear(): void {
    this.ink.clearRect(0, 0, size.width, size.height);
    this.strokes = 0;
    this.signed.set(false);
  }

  protected begin(event: PointerEvent): void {
    event.preventDefault();
    this.pad().nativeElement.setPointerCapture(event.pointerId);
    this.drawing = true;
    const [x, y] = this.at(event);
    this.ink.beginPath();
    this.ink.moveTo(x, y);
  }

  protected draw(event: PointerEvent): void {
    if (!this.drawing) return;
    const [x, y] = this.at(event);
    this.ink.lineTo(x, y);
    this.ink.stroke();
    if (++this.strokes > 2) this.signed.set(true);
  }

  protected end(): void {
    this.drawing = false;
  }

  private at(event: PointerEvent): [number, number] {
    const box = this.pad().nativeElement.getBoundingClientRect();
    return [((event.clientX - box.left) * size.width) / box.width, ((event.clientY - box.top) * size.height) / box.height];
  }

  private get ink(): CanvasRenderingContext2D {
    const ink = this.pad().nativeElement.getContext('2d') as CanvasRenderingContext2D;
    Object.assign(ink, { lineWidth: 3, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' });
    return ink;
  }
}
