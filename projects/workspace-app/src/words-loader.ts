import { Injectable } from '@angular/core';
import type { TranslationObject } from '@ngx-translate/core';
import type { Observable } from 'rxjs';
import { TranslateLoaderService } from '@alfresco/adf-core';

/** Words of ADF's libraries, which ask for them under `assets/adf-…`: a path that content blockers refuse. */
const folders: { readonly [asked: string]: string } = { 'adf-core': 'words/core', 'adf-content-services': 'words/content' };

/** Takes all words from our own path, and by language alone: `fr-FR` is `fr`. */
@Injectable()
export class WordsLoader extends TranslateLoaderService {
  constructor() {
    super();
    this.registerProvider('adf-core', 'assets/adf-core');
  }

  override registerProvider(name: string, path: string): void {
    super.registerProvider(name, folders[name] ?? path);
  }

  override getTranslation(lang: string): Observable<TranslationObject> {
    return super.getTranslation(lang.split('-')[0] ?? lang) as Observable<TranslationObject>;
  }
}
