// Names as a directory of a large public body has them: some very common, a long tail, given names, organisations. Made up by
// a fixed seed, so that every run has the same.
const common = 'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le Gall Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Le Roux Cousin Germain Breton Besson Langlois Rémy Le Goff Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Da Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte'.split(' ');
const given = 'Marie Jean Pierre Michel André Philippe Nathalie Isabelle Alain Jacques Bernard Catherine Sylvie Françoise Daniel Christophe Martine Patrick Jacqueline Nicolas Christine Anne Laurent Monique Éric Frédéric Valérie Stéphanie Sébastien Céline Julien Sandrine Olivier Thierry Brigitte Claude David Véronique Stéphane Hélène Pascal Denise Élodie Aurélie Thomas Alexandre Émilie Kévin Camille Léa Manon Chloé Lucas Enzo Hugo Inès Jade Louise Emma Nathan Théo Gabriel Raphaël Arthur Jules Adam Maël Yanis Fatima Mohamed Karim Aïcha Odile Solange Geneviève Benoît François-Xavier Jean-Pierre Marie-Thérèse Anne-Sophie Éloïse Zoé Maëlys Noémie'.split(' ');
const starts = 'Bar Ber Bou Bri Cas Cha Che Cor Cou Dau Del Des Duc Fau Fer Gal Gau Ger Gou Gra Gui Hau Her Jac Jau Ker Lab Lac Lam Lau Leb Lec Mar Mau Mon Mor Nau Pas Pau Per Phi Pou Que Rab Ram Rau Rou Sab Sau Ser Tau Thi Tri Val Ver Vig Vau'.split(' ');
const middles = ' a an e en i in o on ou u ai eau au ti lla tte mbe rdi sse que cha phi thé'.split(' ');
const ends = 'ard aud ault ay eau el ert et ette eux ez ier ière in is lot mont nard nel nier ot oux rat ret ric rin rot sart sson teau thier ton vel vert vin y zac'.split(' ');
const towns = Array.from({ length: 1200 }, (_, at) => `${['Saint-', 'La ', 'Le ', 'Les ', '', '', '', 'Val-', 'Mont-'][at % 9]}${starts[(at * 7) % starts.length]}${ends[(at * 11) % ends.length]}`);
const bodies = ['Mairie de', 'Communauté de communes de', 'Collège de', 'Association sportive de', 'Amicale laïque de', 'Syndicat des eaux de', 'CCAS de', 'École primaire de'];
const companies = ['Maçonnerie', 'Transports', 'Garage', 'Menuiserie', 'Électricité', 'Plomberie', 'Pharmacie', 'Cabinet', 'Société', 'Travaux publics'];

export function randomOf(seed) {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}
const of = (list, random) => list[random(list.length)];
/** The first names of a list far more often than its last. */
const often = (list, random) => list[Math.min(list.length - 1, Math.floor(list.length * (random(1_000_000) / 1_000_000) ** 2.2))];

export function family(random) {
  if (random(100) < 45) return often(common, random);
  return `${of(starts, random)}${of(middles, random)}${of(ends, random)}`;
}

export function somebody(random) {
  const kind = random(100);
  const town = of(towns, random);
  const postcode = String(10_000 + (towns.indexOf(town) * 73) % 85_000);
  if (kind < 80) return { kind: 'individual', name: random(100) < 4 ? `${family(random)}-${family(random)}` : family(random), givenName: often(given, random), town, postcode };
  if (kind < 90) return { kind: 'administration', name: `${of(bodies, random)} ${town}`, town, postcode };
  return { kind: 'company', name: `${of(companies, random)} ${family(random)}${random(3) ? '' : ' et fils'}`, town, postcode, siret: String(10_000_000_000_000 + random(2_000_000_000) * 40) };
}

/** How somebody who only heard it would type it. */
export const misheard = (word) => word.replace(/ph/g, 'f').replace(/eau/g, 'o').replace(/ault|aud\b/g, 'o').replace(/(.)\1/g, '$1').replace(/th/g, 't').replace(/qu/g, 'k').replace(/y/g, 'i');
