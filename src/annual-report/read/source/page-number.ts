/** 页码: `-3-`, `— 3 —`, `第 3 页`, `3 / 6`. A figure alone may be a cell, so it is no page number by its looks. */
import { fold } from '../tables/fold.ts';

export function isPageNumber(text: string): boolean {
  return (
    text.length < 40 &&
    /^\s*(?:[-·]+\s*\d{1,3}\s*[-·]+|第\s*\d{1,3}\s*页.{0,16}|\d{1,3}\s*\/\s*\d{1,3})\s*$/.test(fold(text))
  );
}
