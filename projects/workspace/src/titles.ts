import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { TranslateService } from '@ngx-translate/core';

/** Names the page in the browser. Routes carry the key of their words as `data.title`, where Alfresco Content App looks too; a `title` would be shown as it is by any other host. */
@Injectable()
export class Titles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly translate = inject(TranslateService);
  private key?: string;

  constructor() {
    super();
    this.translate.onLangChange.subscribe(() => this.show());
  }

  override updateTitle({ root }: RouterStateSnapshot): void {
    let page = root;
    while (page.firstChild) page = page.firstChild;
    this.key = page.data['title'] as string | undefined;
    this.show();
  }

  private show(): void {
    const words = this.key ? (this.translate.instant(this.key) as string) : '';
    this.title.setTitle(words && words !== this.key ? `${words} – Bannette` : 'Bannette');
  }
}
