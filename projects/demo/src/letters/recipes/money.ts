import { euros, longDate, plusDays } from '../words/french.js';
import type { Facts } from '../words/facts.js';
import type { Block, Recipe } from './recipe.js';

const goods = ['Ramettes de papier recyclé A4', 'Fourniture et pose de panneaux', 'Nettoyage des vitres, par passage', 'Location de nacelle, par jour', "Entretien d'espaces verts", 'Cartouches encre noire', 'Enrobé à froid, par tonne', 'Transport et livraison', "Réparation d'une porte coulissante", 'Impression de dépliants, le mille', 'Chaises de réunion', "Main-d'œuvre, par heure"];

function invoiceTable(f: Facts): Block[] {
  const start = f.int(0, goods.length - 1);
  const lines = Array.from({ length: f.int(3, 7) }, (_, index) => ({ name: goods[(start + index * 5) % goods.length] ?? '', quantity: f.int(1, 40), price: f.int(90, 4800) * 5 }));
  const net = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const tax = Math.round(net * 0.2);
  return [
    { type: 'table', columns: [{ title: 'Désignation', share: 0.46 }, { title: 'Qté', share: 0.1, right: true }, { title: 'Prix unitaire HT', share: 0.22, right: true }, { title: 'Montant HT', share: 0.22, right: true }],
      rows: lines.map(({ name, quantity, price }) => [name, String(quantity), euros(price), euros(quantity * price)]),
      totals: [['Total HT', euros(net)], ['TVA 20 %', euros(tax)], ['Net à payer', euros(net + tax)]] },
    { type: 'paragraph', text: `Échéance : ${longDate(plusDays(f.date, 30))}. Paiement par virement, en rappelant le numéro de facture. En cas de retard, intérêts moratoires et indemnité forfaitaire de 40 euros pour frais de recouvrement.` },
  ];
}

export const moneyRecipes: readonly Recipe[] = [
  {
    kind: 'FACTURE', authors: ['company'], to: ['Direction des finances', 'Service de la comptabilité'], bare: true, reference: (f) => `engagement ${f.file}`,
    subjects: [(f) => `Facture n° F${f.file}`, (f) => `Facture n° ${f.year}/${f.int(120, 989)}`],
    body: [[(f) => `Bon de commande du ${f.ago(20, 60)}. Livraison effectuée le ${f.ago(3, 18)} sur le site de ${f.place.city}.`, (f) => `Prestations réalisées entre le ${f.ago(35, 60)} et le ${f.ago(3, 30)}, selon bon de commande n° ${f.int(4000, 9800)}.`], [() => 'Nous vous remercions de votre confiance.']],
    blocks: invoiceTable,
  },
];
