/**
 * `npm run bench [-- pages search export publish compile city start messages register reading]`: the numbers the product promises, measured in one run on this machine and
 * printed beside their targets as ratios. A ratio of 1.0 is the target met exactly; `达标` when it is on the right side.
 */
import { measureCity } from './city.ts';
import { measureCompile } from './compile.ts';
import { measureExport } from './export.ts';
import type { Measured } from './measured.ts';
import { printMeasured } from './measured.ts';
import { measureMessages } from './messages.ts';
import { measurePages } from './pages.ts';
import { measurePublish } from './publish.ts';
import { measureReading } from './reading.ts';
import { measureRegister } from './register.ts';
import { measureSearch } from './search.ts';
import { measureStart } from './start.ts';

const MEASURES: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  pages: measurePages,
  search: measureSearch,
  export: measureExport,
  publish: measurePublish,
  compile: measureCompile,
  city: measureCity,
  start: measureStart,
  messages: measureMessages,
  register: measureRegister,
  reading: measureReading,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in MEASURES));
if (unknown.length > 0)
  throw new Error(`没有这一项：${unknown.join('、')}。可以选：${Object.keys(MEASURES).join('、')}`);

const missed: Measured[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const measured = await measure();
  printMeasured(name, measured);
  missed.push(...measured.filter(({ met }) => !met));
}
console.log(missed.length === 0 ? '\n全部达标' : `\n未达标：${missed.map(({ what }) => what).join('、')}`);
