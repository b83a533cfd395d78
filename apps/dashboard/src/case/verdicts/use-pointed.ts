import { useState } from 'react';
import type { Pointed } from './lit.js';

const keyOf = (pointed: Pointed): string =>
  'verdict' in pointed ? `verdict ${pointed.verdict}` : `signal ${pointed.signal}`;

/** What the reader points at: with an open menu, the pointer, the focus; else what they pressed, for fingers point at nothing. */
export function usePointed() {
  const [open, setOpen] = useState<Pointed>();
  const [over, setOver] = useState<Pointed>();
  const [focused, setFocused] = useState<Pointed>();
  const [pinned, setPinned] = useState<Pointed>();
  const isPinned = (each: Pointed): boolean => pinned !== undefined && keyOf(pinned) === keyOf(each);
  return {
    pointed: open ?? over ?? focused ?? pinned,
    isPinned,
    pin: (each: Pointed) => setPinned(isPinned(each) ? undefined : each),
    open: (each: Pointed, isOpen: boolean) => setOpen(isOpen ? each : undefined),
    on: (each: Pointed) => ({
      onPointerEnter: () => setOver(each),
      onPointerLeave: () => setOver(undefined),
      onFocus: () => setFocused(each),
      onBlur: () => setFocused(undefined),
    }),
  };
}
