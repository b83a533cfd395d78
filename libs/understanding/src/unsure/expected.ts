import { type Language, unsureWidths } from '@heard/core';
import { weights } from '../model/weights.js';
import { type AtWidth, atWidth, type JudgedLean } from './at-width.js';
import type { OwnLeans } from './store/own-leans.js';

/** Fewer texts of its own tell a workspace too little of how many it would be asked about. */
const fewestOwn = 200;
/** Fewer checked texts tell it too little of how often the model is wrong. */
const fewestJudged = 100;

/** What every width would cost and bring in a workspace, and what the figures rest on. */
export interface ExpectedUnsure {
  readonly options: readonly AtWidth[];
  readonly askedFrom: 'own' | 'tested';
  readonly askedOf: number;
  readonly errorFrom: 'own' | 'tested';
  readonly errorOf: number;
}

/**
 * How many texts a person would be asked about is counted among the workspace's own. How often the model is wrong is
 * known from the sample that people checked, or else from the texts that it was tested on, each language as weighty as
 * it is here.
 */
export function expectedUnsure(own: readonly OwnLeans[], judged: readonly JudgedLean[]): ExpectedUnsure {
  const texts = own.reduce((sum, each) => sum + each.texts, 0);
  const isOwn = texts >= fewestOwn;
  const isJudged = judged.length >= fewestJudged;
  const shareOf = sharesOf(isOwn ? own : []);
  const tested = languages.filter((language) => shareOf[language] > 0);
  const options = unsureWidths.map((width, place) => {
    const sum = (of: (at: AtWidth) => number): number =>
      tested.reduce((total, language) => total + shareOf[language] * of(at(language, place)), 0);
    const within = own.reduce((total, each) => total + (each.within[place] ?? 0), 0);
    const { wrong, missed } = isJudged
      ? atWidth(judged, width)
      : { wrong: sum((each) => each.wrong), missed: sum((each) => each.missed) };
    return {
      width,
      asked: rounded(isOwn ? within / texts : sum(({ asked }) => asked)),
      wrong: rounded(wrong),
      missed: rounded(missed),
    };
  });
  return {
    options,
    askedFrom: isOwn ? 'own' : 'tested',
    askedOf: isOwn ? texts : postsOf(languages),
    errorFrom: isJudged ? 'own' : 'tested',
    errorOf: isJudged ? judged.length : postsOf(tested),
  };
}

const languages = ['ru', 'uk', 'en'] as const;
type Tested = (typeof languages)[number];

/** Of what is in no language that the model was tested on, nothing is known but the rest. */
function sharesOf(own: readonly OwnLeans[]): Readonly<Record<Tested, number>> {
  const count = (language: Language): number => own.find((each) => each.language === language)?.texts ?? 0;
  const all = languages.reduce((sum, language) => sum + count(language), 0);
  const share = (language: Tested): number => (all === 0 ? 1 / languages.length : count(language) / all);
  return { ru: share('ru'), uk: share('uk'), en: share('en') };
}

function at(language: Tested, place: number): AtWidth {
  const found = weights().unsure[language].widths[place];
  if (!found) throw new Error(`No figures of ${language} were measured for width ${unsureWidths[place]}.`);
  return found;
}

function postsOf(some: readonly Tested[]): number {
  return some.reduce((sum, language) => sum + weights().unsure[language].posts, 0);
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}
