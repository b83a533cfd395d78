import type { Assessment, AssessmentInput, Intent, Note } from '@heard/core';
import { mayHaveNotes, readNotes } from '@heard/wording/notes';
import type { ReadyAdaptation } from './adapt/adaptation.js';
import { gather, type Evidence } from './evidence.js';
import { isReadInPart } from './reading.js';
import { languageOf, secondLanguageOf } from './language.js';
import { urgencyOf } from './urgency.js';
import { attitudeOf } from './model/attitude.js';
import { wordsBehind } from './model/because.js';
import { weights } from './model/weights.js';
import { categoryOf, intentOf } from './verdict.js';

/** Name and version of this assessor, stored with every assessment. */
export function modelName(): string {
  return weights().name;
}

/**
 * Understands one text by the model and readable rules, and by what the workspace taught it where that is switched on;
 * the same answer for the same input.
 */
export function assess(input: AssessmentInput, adaptation?: ReadyAdaptation): Assessment {
  const evidence = gather(input);
  const language = languageOf(evidence.reading);
  const model = weights();
  const read = attitudeOf(evidence, language, model, adaptation);
  const { probabilities, margin, lean } = read;
  const sentiment = input.said?.sentiment ?? read.sentiment;
  const intent = input.said?.intent ?? intentOf(evidence, sentiment);
  const { urgency, reasons } = urgencyOf(evidence, intent);
  const notes = tells(intent) ? notesOf(input.text, evidence) : none;
  const because = wordsBehind(evidence.reading.slots, sentiment, model);
  const alsoIn = secondLanguageOf(evidence.reading, language);
  const assessment: Writable<Assessment> = {
    language,
    sentiment,
    pNegative: rounded(probabilities[0], 10_000),
    intent,
    urgency,
    urgencyReasons: reasons,
    category: categoryOf(evidence, intent),
    signals: tells(intent) ? evidence.signals : [],
    margin: rounded(margin, 1_000),
    lean: rounded(lean, 1_000),
    model: adaptation ? `${model.name}+${adaptation.name}` : model.name,
  };
  if (notes.length > 0) assessment.notes = notes;
  if (because.length > 0) assessment.because = because;
  if (alsoIn) assessment.alsoIn = alsoIn;
  if (isReadInPart(input.text)) assessment.partial = true;
  return assessment;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function rounded(number: number, parts: number): number {
  return Math.round(number * parts) / parts;
}

const none: readonly Note[] = [];

/** Few texts have notes: only those that may are read once more, by the words that the notes need. */
function notesOf(text: string, { reading }: Evidence): readonly Note[] {
  return mayHaveNotes(text, reading.slots) ? readNotes(text) : none;
}

/** Praise and news name waiting, fraud, money or a telephone call without having met or asked for them. */
function tells(intent: Intent): boolean {
  return intent !== 'praise' && intent !== 'other';
}
