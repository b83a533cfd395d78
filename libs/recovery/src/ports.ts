import type { Policy } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Source } from '@heard/sources';

/** Opens a connected source to answer through; undefined where mentions are only handed to us. */
export interface SourceDoor {
  open(tx: Transaction, sourceId: string): Promise<Source | undefined>;
}

/** The policies of a workspace; a version never changes. */
export interface PolicyBook {
  get(tx: Transaction, version: number): Promise<Policy>;
}

/** Who is there, and by which clock they work. */
export interface Team {
  timeZone(tx: Transaction): Promise<string>;
  /** The lead who gets what others lose; made-up people for made-up cases. */
  lead(tx: Transaction, about: { readonly demo: boolean }): Promise<string>;
  /** True for a lead and whoever is above one: they lose no case by silence, the escalation goes on above them. */
  isLead(tx: Transaction, staffId: string): Promise<boolean>;
  /** Also of somebody who left; undefined for nobody here. */
  nameOf(tx: Transaction, staffId: string): Promise<string | undefined>;
  /** True for somebody made up: what is real would be left with nobody when the demo is removed. */
  isMadeUp(tx: Transaction, staffId: string): Promise<boolean>;
  /** True when the person is active and on duty now. */
  isPresent(tx: Transaction, staffId: string): Promise<boolean>;
}

/** The people of the staff, as those who may be given something. */
export interface Colleagues {
  /** A fault when there is no such person who works here, or only a made-up one for what is real. */
  mustBeActive(tx: Transaction, staffId: string, about: { readonly demo: boolean }): Promise<void>;
}

/** Brands and locations of the workspace. */
export interface KnownPlaces {
  /** A fault when one that is named is not there. */
  mustExist(
    tx: Transaction,
    named: { readonly brandId?: string; readonly locationId?: string },
  ): Promise<void>;
}
