import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name.ts';

const KIT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('browserName', () => {
  it.each([
    [`${KIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome，Windows'],
    [`${KIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.51`, 'Edge，Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox，Linux（含统信、麒麟）'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari，苹果手机或平板',
    ],
    ['Mozilla/5.0 (Linux; Android 14; PAD) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', 'Chrome，安卓'],
    ['curl/8.5.0', '其他程序'],
    ['', '其他程序'],
  ])('SEC-41 %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
});
