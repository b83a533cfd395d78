import type { Language, Role } from '@heard/core';
import { bookshopStory, ownSayings } from './stories/bookshop.js';
import { englishStories } from './stories/english.js';
import { russianStories } from './stories/russian.js';
import { ukrainianStories } from './stories/ukrainian.js';
import type { Saying, Story } from './story.js';

/** Somebody of the made-up bookshop's staff. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  readonly interfaceLanguage: 'uk' | 'ru' | 'en';
}

/** The made-up bookshop's staff; nobody of them can sign in. */
export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Оксана Лисенко (demo)',
    email: 'oksana@demo.heard.example',
    role: 'manager',
    languages: ['uk', 'ru', 'en'],
    interfaceLanguage: 'uk',
  },
  {
    name: 'Максим Орлов (demo)',
    email: 'maksym@demo.heard.example',
    role: 'manager',
    languages: ['uk', 'ru', 'en'],
    interfaceLanguage: 'ru',
  },
  {
    name: 'Ірина Бондар (demo)',
    email: 'iryna@demo.heard.example',
    role: 'lead',
    languages: ['uk', 'ru', 'en'],
    interfaceLanguage: 'uk',
  },
  {
    name: 'Andrew Hale (demo)',
    email: 'andrew@demo.heard.example',
    role: 'director',
    languages: ['en', 'uk'],
    interfaceLanguage: 'en',
  },
];

/** Takes turns, so that the languages and platforms mix as they do in life. */
function interleaved(groups: readonly (readonly Story[])[]): Story[] {
  const longest = Math.max(...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, turn) =>
    groups.flatMap((group) => group.slice(turn, turn + 1)),
  ).flat();
}

/** Every story of the demo, in the order in which they begin. */
export const demoStories: readonly Story[] = [
  ownSayings,
  bookshopStory,
  ...interleaved([russianStories, ukrainianStories, englishStories]),
];

/** Everything that is said, with the seconds from the beginning at which it is said, in that order. */
export const demoScript: readonly (Saying & { readonly at: number })[] = scriptOf(demoStories);

/** The first saying of each story follows the first one of the story before; later ones of a story follow their own. */
function scriptOf(stories: readonly Story[]): (Saying & { at: number })[] {
  let begun = 0;
  const all = stories.flatMap(({ sayings }) => {
    let at = begun;
    return sayings.map((saying, place) => {
      at += saying.after;
      if (place === 0) begun = at;
      return { ...saying, at };
    });
  });
  return all.sort((a, b) => a.at - b.at);
}
