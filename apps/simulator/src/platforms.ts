import type { Clock } from '@heard/core';
import { FacebookFake, GoogleFake, InstagramFake } from '@heard/sources/fakes';

/** The made-up platforms, by name; a new one is one line here and one in `makePlatforms`. */
export interface Platforms {
  readonly facebook: FacebookFake;
  readonly instagram: InstagramFake;
  readonly google: GoogleFake;
}

/** Rebuilds the platforms from their worlds; one without a world starts empty. */
export function makePlatforms(clock: Clock, worlds: Readonly<Record<string, unknown>> = {}): Platforms {
  const make = <Fake extends { readonly world: { lastId: number } }>(
    name: string,
    kind: { new (options: { clock: Clock }): Fake; from(world: unknown, options: { clock: Clock }): Fake },
  ): Fake => {
    const world = worlds[name];
    return world === undefined ? renumbered(new kind({ clock }), clock) : kind.from(world, { clock });
  };
  return {
    facebook: make('facebook', FacebookFake),
    instagram: make('instagram', InstagramFake),
    google: make('google', GoogleFake),
  };
}

/** Ids of a world that starts anew never meet those of the one before it: what was heard there is still stored. */
function renumbered<Fake extends { readonly world: { lastId: number } }>(fake: Fake, clock: Clock): Fake {
  fake.world.lastId = Math.max(fake.world.lastId, Math.floor(clock.now().getTime() / 1_000));
  return fake;
}
