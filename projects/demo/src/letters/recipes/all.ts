import type { LetterKind } from '../letter.js';
import { childhoodRecipes } from './childhood.js';
import { citizenRecipes } from './citizens.js';
import { institutionRecipes } from './institutions.js';
import { moneyRecipes } from './money.js';
import type { Recipe } from './recipe.js';
import { solidarityRecipes } from './solidarity.js';
import { staffRecipes } from './staff.js';
import { territoryRecipes } from './territory.js';

const recipes = [citizenRecipes, institutionRecipes, moneyRecipes, staffRecipes, territoryRecipes, solidarityRecipes, childhoodRecipes].flat();

/** All ways of writing that kind of letter. */
export const recipesOf = (kind: LetterKind): readonly Recipe[] => recipes.filter((recipe) => recipe.kind === kind);
