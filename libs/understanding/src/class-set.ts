/** A set of classes; one object for all words that belong to the same ones, of which there are a few thousand. */
export class ClassSet {
  readonly ids: number[] = [];
  private readonly unions = new Map<ClassSet, ClassSet>();

  add(id: number): void {
    if (!this.ids.includes(id)) this.ids.push(id);
  }

  /** The classes of both, in their order; worked out once. */
  and(other: ClassSet | undefined): ClassSet {
    if (!other || other === this) return this;
    if (this === noClasses) return other;
    const known = this.unions.get(other);
    if (known) return known;
    const union = new ClassSet();
    for (const id of [...this.ids, ...other.ids]) union.add(id);
    this.unions.set(other, union);
    return union;
  }
}

/** The classes of most words. */
export const noClasses = new ClassSet();
