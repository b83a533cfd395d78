import type { DutyCalendar } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Place } from '../../../simulator/src/index.js';
import { shopName } from '../../../simulator/src/index.js';
import { demoPeople } from './demo-data.js';
import type { DemoSetUpPorts } from './ports.js';
import { demoPlatforms, demoStaff, ensureDemoBrand } from './store/demo-rows.js';

/** Day and night, every day: the demo is watched at any hour. */
const always: DutyCalendar = {
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  exceptions: [],
};

/** Makes the bookshop's brand and staff and connects its places, all marked as demo; what is there already stays. */
export async function setUpDemo(ports: DemoSetUpPorts, places: readonly Place[]): Promise<void> {
  await ports.inWorkspace(async (tx) => {
    const brandId = await ensureDemoBrand(tx, shopName);
    await hire(ports, tx);
    const connected = new Set(await demoPlatforms(tx));
    for (const { platform, name, settings } of places) {
      if (connected.has(platform)) continue;
      await ports.connect(tx, { platform, name, settings, brandId, demo: true });
    }
  });
}

async function hire({ people, duty }: DemoSetUpPorts, tx: Transaction): Promise<void> {
  const known = new Set((await demoStaff(tx)).map(({ email }) => email));
  for (const person of demoPeople) {
    if (known.has(person.email)) continue;
    const staffId = await people.add(tx, { ...person, demo: true });
    if (person.role === 'manager') await duty.replace(tx, staffId, always);
  }
}
