import type { ConsentChoices } from '../ports/index.js';
import { Key, ListOf, Str, Strs } from './shown.js';

/** Where to send the browser. */
export class ConsentUrlView {
  @Str() url: string;
}

/** An account that can be connected. */
export class ChoiceView {
  @Str() id: string;
  @Str() name: string;
  @Strs({ about: 'What the consent does not open, in plain words.' }) missing: string[];
}

/** What a consent opens, to choose from. */
export class ConsentChoicesView implements ConsentChoices {
  @Key() id: string;
  @Str() platform: string;
  @ListOf(() => ChoiceView) choices: ChoiceView[];
}
