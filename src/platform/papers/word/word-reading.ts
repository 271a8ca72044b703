/** What a document is read with: the parts it refers to, and what was met on the way. */
import type { PictureCut } from '../picture-cut.ts';
import type { RunLook } from './run-look.ts';
import type { Numbering } from './word-numbering.ts';
import type { Element } from './word-parts.ts';
import type { Style } from './word-styles.ts';

/** How often each was met. */
export interface WordTraces {
  readonly revisions: number;
  readonly comments: number;
  readonly hidden: number;
  readonly textBoxes: number;
  /** Documents put in whole, of which the text was taken; and was not. */
  readonly chunks: number;
  readonly chunksLost: number;
  /** Diagrams of which the words were taken, charts of which the figures were. */
  readonly diagrams: number;
  readonly charts: number;
  /** Pictures and drawings that were not brought in. */
  readonly pictures: number;
  /** Pictures that were. */
  readonly taken: number;
  readonly notes: number;
  readonly links: number;
  readonly headingsByLook: number;
  /** 注音 over words; colours, grounds and marks of emphasis of words, which are not brought in. */
  readonly rubies: number;
  readonly colours: number;
  /** Lines of a table of contents, with pages that are none here. */
  readonly contents: number;
}

export interface WordBody {
  readonly html: string;
  readonly traces: WordTraces;
  /** 页眉、页脚: what stands round the text and was not brought in. */
  readonly margins: readonly string[];
  /** Contents of the pictures in it, by the address they have in `html`; whoever keeps them gives them another. */
  readonly media: ReadonlyMap<string, WordPicture>;
}

export interface WordPicture {
  readonly content: Uint8Array;
  /** What of it Word shows, and how it is turned. */
  readonly cut?: PictureCut;
}

export interface Reading {
  readonly traces: { -readonly [trace in keyof WordTraces]: number };
  readonly links: ReadonlyMap<string, string>;
  /** Addresses of the pictures by the id of the relation. */
  readonly media: ReadonlyMap<string, string>;
  /** Charts and diagrams, and documents put in whole, as HTML by the id of the relation. */
  readonly drawn: ReadonlyMap<string, string>;
  readonly chunks: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, Style>;
  /** Runs whose words nobody sees. */
  readonly unseen: ReadonlySet<Element>;
  readonly looks: ReadonlyMap<Element, RunLook>;
  readonly numbering: Numbering;
  /** 公文层次: whether 一、（一） are counted or typed, so that 1. is the third of them and no list. */
  readonly official: boolean;
  readonly notes: ReadonlyMap<string, Element>;
  /** Notes in the order in which the text refers to them. */
  readonly cited: Element[];
}
