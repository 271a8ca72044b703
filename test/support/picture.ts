/** `npm run picture -- URL file.png [width] [name=value]`: the whole page as it looks at that width, with a cookie. */
import { accessibilityFaults, openBrowser } from './browser.ts';

const [url, file, width = '1280', cookie] = process.argv.slice(2);
if (!url || !file) throw new Error('npm run picture -- URL file.png [width] [cookie name=value]');
const browser = await openBrowser();
if (!browser) throw new Error('no browser on this system: install Chrome');
const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, locale: 'zh-CN' });
const [name, value] = cookie?.split('=') ?? [];
if (name && value) await context.addCookies([{ name, value, url }]);
const page = await context.newPage();
page.on('console', (message) => console.log(`console.${message.type()}: ${message.text()}`));
page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
const answer = await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: file, fullPage: true });
for (const fault of await accessibilityFaults(page)) console.log(`axe ${fault}`);
console.log(`${answer?.status()} ${await page.title()} → ${file}`);
await browser.close();
