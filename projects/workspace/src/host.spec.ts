import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouterLink } from '@angular/router';
import acaWords from '../../../node_modules/@alfresco/aca-content/assets/i18n/fr.json';
import rulesWords from '../../../node_modules/@alfresco/aca-content/folder-rules/assets/i18n/fr.json';
import words from '../i18n/fr.json';
import { HOST, PlacePipe, type Host } from './host.js';
import { workspaceRoutes } from './routes.js';
import { workspaceForTests } from './testing/providers.js';

@Component({ imports: [PlacePipe, RouterLink], template: `<a [routerLink]="['/mails' | place, '42']">mail</a><a [routerLink]="'/' | place">home</a>` })
class Links {}

describe('A link of ours', () => {
  function links(host?: Host): (string | null)[] {
    TestBed.configureTestingModule({ imports: [Links], providers: [...workspaceForTests(), { provide: HOST, useValue: host }] });
    const fixture = TestBed.createComponent(Links);
    fixture.detectChanges();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((link) => link.getAttribute('href'));
  }

  it('leads through our own application from its root', () => {
    expect(links()).toEqual(['/mails/42', '/']);
  });

  it('stays below the place that a host gave us', () => {
    expect(links({ base: '/bannette' })).toEqual(['/bannette/mails/42', '/bannette']);
  });
});

describe('Our routes', () => {
  const pages = (workspaceRoutes[0]?.children ?? []).filter(({ redirectTo }) => redirectTo === undefined);

  it('name each page by the key of its words, where a host looks for it', () => {
    expect(pages.filter(({ data, title }) => title !== undefined || !String(data?.['title']).startsWith('TITLE.')).map(({ path }) => path)).toEqual([]);
  });

  it('redirect relatively, so that they may lie anywhere', () => {
    expect((workspaceRoutes[0]?.children ?? []).filter(({ redirectTo }) => String(redirectTo ?? '').startsWith('/'))).toEqual([]);
  });
});

describe('Our words', () => {
  it('are no words of Alfresco Content App, which are loaded into the same tree', () => {
    const theirs = new Set([...Object.keys(acaWords), ...Object.keys(rulesWords)]);
    expect(Object.keys(words).filter((key) => theirs.has(key))).toEqual([]);
  });
});
