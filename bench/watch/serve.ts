/** The invented site in a process of its own: tells where it stands and what is planted, then serves until it is told to stop. */
import { civil } from '../../src/statute/civil-date.ts';
import { TODAY } from '../../test/support/watch-site/look-over.ts';
import { serveSite } from '../../test/support/watch-site/serve-site.ts';

const [pages, faults, slowMs] = process.argv.slice(2).map(Number) as [number, number, number];
const site = await serveSite({ pages, faults, today: civil(TODAY), slowMs });
const { home, origins, certificate, planted } = site;
console.log(JSON.stringify({ pages: site.pages, home, origins, certificate, planted, titles: [...site.titles] }));
process.on('SIGTERM', () => void site.stop().then(() => process.exit(0)));
