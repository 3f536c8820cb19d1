import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { Api } from '../api/api.js';
import { SettingsStore } from './settings.js';

describe('Labels of the settings', () => {
  it('are of the kind that is meant, when a service and a secrecy bear the same code', async () => {
    const settings = { services: [{ code: 'RH', label: 'Ressources humaines' }], compartments: [{ code: 'RH', label: 'Dossiers du personnel' }], types: [{ code: 'RH', label: 'Candidature' }], sites: [], thesaurus: [], trays: [{ id: 'rh', label: 'Recrutement' }] };
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { settings: () => of({ settings, versions: {} }) } }] });
    const store = TestBed.inject(SettingsStore);
    await store.load();
    expect([store.label('RH'), store.label('RH', 'compartment'), store.label('RH', 'type'), store.label('rh'), store.label('rh', 'tray'), store.label('rh', 'type'), store.label(undefined)]).toEqual(['Ressources humaines', 'Dossiers du personnel', 'Candidature', 'Recrutement', 'Recrutement', 'rh', '']);
  });
});
