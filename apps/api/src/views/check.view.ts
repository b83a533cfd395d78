import type * as shape from '@heard/insight';
import { MentionView } from './mention.view.js';
import { At, Int, ListOf, Num, Of, Str, Word } from './shown.js';

/** Mentions that a person is asked about, the newest assessed first. */
export class ChecksView implements shape.ChecksView {
  @ListOf(() => MentionView) items: MentionView[];
  @Str({ optional: true }) nextCursor?: string;
  @Int({ about: 'How many wait in all; counting ends at 1000.' }) waiting: number;
}

/** What one width costs and brings; shares from 0 to 1. */
export class UnsureOptionView implements shape.UnsureOptionView {
  @Num() width: number;
  @Num({ about: 'Of all texts, those that a person is asked about.' }) asked: number;
  @Num({ about: 'Of the texts nobody is asked about, those where it is wrong about negative or not.' })
  wrong: number;
  @Num({
    about: 'Of all negative texts, those taken for something else that nobody is asked about.',
  })
  missed: number;
}

/** Who chose it last. */
export class UnsureChangeView {
  @At() at: string;
  @Str({ optional: true }) by?: string;
}

/** How close is too close to call. */
export class UnsureBandView implements shape.UnsureBandView {
  @Num({ about: 'A person is asked where negative leads or trails by less than this.' }) width: number;
  @ListOf(() => UnsureOptionView) options: UnsureOptionView[];
  @Word(['own', 'tested'], { about: "Whether `asked` is of the workspace's own newest texts." })
  askedFrom: 'own' | 'tested';
  @Word(['own', 'tested'], {
    about:
      "Whether the errors are of the workspace's own checked sample, or of texts the model was tested on.",
  })
  errorFrom: 'own' | 'tested';
  @Int({ about: 'How many texts `asked` rests on.' }) askedOf: number;
  @Int({ about: 'How many texts the errors rest on.' }) errorOf: number;
  @Of(() => UnsureChangeView, { optional: true }) changed?: UnsureChangeView;
}
