/** Something changed; ask for it again. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

/** Somebody who wants to hear of changes. */
export interface LiveListener {
  changed(change: Change): void;
  /** News may have been missed: ask for everything again. */
  lost(): void;
}

/** News of one workspace. */
export interface LivePart {
  /** Returns how to stop. */
  subscribe(workspaceId: string, listener: LiveListener): () => void;
}
