import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signal } from '@heard/core';
import { beginningOf, segmentsOf, type Segment } from './segments.js';
import { useFormat } from './use-format.js';
import style from './words.module.css';

const shownAtFirst = 2000;

/** A stretch as text nodes only: whatever a customer wrote stays words. */
function Stretch({ segment, names }: { segment: Segment; names: string }) {
  const words =
    segment.codes.length > 0 ? (
      <mark className={style.mark} title={names}>
        {segment.text}
      </mark>
    ) : (
      segment.text
    );
  if (segment.href === undefined) return <Fragment>{words}</Fragment>;
  return (
    <a href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}

/** What somebody wrote, inert, with its signals marked in place; a very long text opens on demand. */
export function CustomerText({ text, signals = [] }: { text: string; signals?: readonly Signal[] }) {
  const { t } = useTranslation();
  const { number, list } = useFormat();
  const [whole, setWhole] = useState(false);
  const beginning = beginningOf(text, shownAtFirst);
  const isCut = beginning.length < text.length;
  const shown = whole ? text : beginning;
  const inside = signals.flatMap((each) =>
    each.start < shown.length ? [{ ...each, end: Math.min(each.end, shown.length) }] : [],
  );
  return (
    <>
      <bdi className={style.text}>
        {segmentsOf(shown, inside).map((segment) => (
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
