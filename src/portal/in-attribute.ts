/** People's text as an attribute holds it: the library escapes the quote; without this, `&lt;` typed by a person would come back as `<`. */
export function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;');
}
