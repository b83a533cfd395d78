import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signal, TextPlace } from '@heard/core';
import { beginningOf, breakable, segmentsOf, type Segment, type Shown } from './segments.js';
import { useFormat } from './use-format.js';
import style from './words.module.css';

const shownAtFirst = 2000;

/** Text nodes, with places to break a line at within words without end. */
function Breakable({ text }: { text: string }) {
  return breakable(text).map((piece, nth) => (
    <Fragment key={nth}>
      {nth > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

/** A stretch as text nodes only: whatever a customer wrote stays words. */
function Stretch({ segment, names }: { segment: Segment; names: string }) {
  const isMarked = segment.codes.length > 0 || segment.hasTone || segment.isLit;
  const words = isMarked ? (
    <mark
      className={`${style.mark} ${segment.codes.length === 0 ? style.tone : ''}`}
      data-lit={segment.isLit || undefined}
      title={names === '' ? undefined : names}
    >
      <Breakable text={segment.text} />
    </mark>
  ) : (
    <Breakable text={segment.text} />
  );
  if (segment.href === undefined) return <Fragment>{words}</Fragment>;
  return (
    <a href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}

/** What lies in the part that is shown. */
function cutAt<T extends TextPlace>(places: readonly T[], length: number): readonly T[] {
  return places.flatMap((each) =>
    each.start < length ? [{ ...each, end: Math.min(each.end, length) }] : [],
  );
}

/**
 * What somebody wrote, inert, with its signals marked in place and what the reader points at lit; a very long text
 * opens on demand.
 */
export function CustomerText({
  text,
  signals = [],
  lit = [],
  tone = [],
}: { text: string; signals?: readonly Signal[] } & Shown) {
  const { t } = useTranslation();
  const { number, list } = useFormat();
  const [whole, setWhole] = useState(false);
  const beginning = beginningOf(text, shownAtFirst);
  const isCut = beginning.length < text.length;
  const shown = whole ? text : beginning;
  const { length } = shown;
  const segments = segmentsOf(shown, cutAt(signals, length), {
    lit: cutAt(lit, length),
    tone: cutAt(tone, length),
  });
  return (
    <>
      <bdi className={style.text} data-pointed={lit.length > 0 || undefined}>
        {segments.map((segment) => (
          <Stretch
            key={segment.start}
            segment={segment}
            names={list(segment.codes.map((code) => t(`reason.${code}`)))}
          />
        ))}
        {isCut && !whole ? '…' : ''}
      </bdi>
      {isCut && (
        <button type="button" className={style.more} onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {whole
            ? t('app.showLess')
            : `${t('app.showAll')} (${t('app.characters', { count: text.length, formatted: number(text.length) })})`}
        </button>
      )}
    </>
  );
}
