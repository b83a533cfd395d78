/** A set of classes; one object for all words that belong to the same ones, of which there are a few thousand. */
export class ClassSet {
  private unions: Map<ClassSet, ClassSet> | undefined;

  /** An array of its very length: most sets hold one class, and V8 makes room for sixteen more behind whatever grows. */
  constructor(public ids: readonly number[] = []) {}

  add(id: number): void {
    if (!this.ids.includes(id)) this.ids = [...this.ids, id];
  }

  /** The classes of both, in their order; worked out once. */
  and(other: ClassSet | undefined): ClassSet {
    if (!other || other === this) return this;
    if (this === noClasses) return other;
    const known = this.unions?.get(other);
    if (known) return known;
    const union = new ClassSet([...new Set([...this.ids, ...other.ids])]);
    (this.unions ??= new Map()).set(other, union);
    return union;
  }
}

/** The classes of most words. */
export const noClasses = new ClassSet();
