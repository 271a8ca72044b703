/**
 * 浏览器 [SEC-41]: what a browser calls itself, as an officer knows it: “Chrome，Windows”. The first line that fits is taken: most browsers also name
 * those they descend from.
 */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:QQBrowser|MQQBrowser)\//, 'QQ 浏览器'],
  [/\bMicroMessenger\//, '微信'],
  [/\b360(?:SE|EE)\b|\bQihu\b/, '360 浏览器'],
  [/\bUBrowser\/|\bUCBrowser\//, 'UC 浏览器'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux（含统信、麒麟）'],
];

/** @param userAgent as the browser sent it; '' where it sent none */
export function browserName(userAgent: string): string {
  const of = (names: typeof BROWSERS) => names.find(([mark]) => mark.test(userAgent))?.[1];
  return [of(BROWSERS), of(SYSTEMS)].filter((part) => part !== undefined).join('，') || '其他程序';
}
