import type { Dictionary } from '../model/dictionary.js';

export const isFolder = (dictionary: Dictionary, type: string): boolean => dictionary.isA(type, 'cm:folder') && !dictionary.isA(type, 'cm:systemfolder');
export const isLink = (dictionary: Dictionary, type: string): boolean => dictionary.isA(type, 'cm:link');
export const isFile = (dictionary: Dictionary, type: string): boolean => dictionary.isA(type, 'cm:content') || (isLink(dictionary, type) && !dictionary.isA(type, 'app:folderlink'));
export const holdsContent = (dictionary: Dictionary, type: string): boolean => dictionary.isA(type, 'cm:content');
