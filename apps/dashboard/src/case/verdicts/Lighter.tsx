import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { Pill, type Tone } from '../../words/Pills.js';
import style from './verdicts.module.css';

type Said = ComponentPropsWithoutRef<'button'> & {
  readonly tone: Tone;
  readonly words: string;
  /** Set where pressing it opens what can be chosen instead. */
  readonly opens?: boolean;
};

/** A pill that lights its words in the text, by pointer and by keyboard. */
export const Lighter = forwardRef<HTMLButtonElement, Said>(function Lighter(
  { tone, words, opens, className = '', ...button },
  ref,
) {
  return (
    <button type="button" ref={ref} {...button} className={`${style.lighter} ${className}`}>
      <Pill tone={tone}>
        {words}
        {opens && (
          <span className={style.opens} aria-hidden="true">
            ▾
          </span>
        )}
      </Pill>
    </button>
  );
});
