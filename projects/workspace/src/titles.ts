import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { TranslateService } from '@ngx-translate/core';

/** Names the page in the browser: routes carry the key of their words. */
@Injectable()
export class Titles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly translate = inject(TranslateService);
  private key?: string;

  constructor() {
    super();
    this.translate.onLangChange.subscribe(() => this.show());
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key = this.buildTitle(state);
    this.show();
  }

  private show(): void {
    const words = this.key ? (this.translate.instant(this.key) as string) : '';
    this.title.setTitle(words && words !== this.key ? `${words} – Bannette` : 'Bannette');
  }
}
