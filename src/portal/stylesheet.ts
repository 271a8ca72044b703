/** The one stylesheet of the portal: its address carries the hash of its text, so browsers may keep it for ever. */
import { createHash } from 'node:crypto';
import { base } from './style/base.ts';
import { blocks } from './style/blocks.ts';
import { charts } from './style/charts.ts';
import { document } from './style/document.ts';
import { forms } from './style/forms.ts';
import { frame } from './style/frame.ts';
import { ladder } from './style/ladder.ts';
import { print } from './style/print.ts';
import { senior } from './style/senior.ts';
import { tables } from './style/tables.ts';
import { tokens } from './style/tokens.ts';

export const stylesheet = [tokens, base, frame, blocks, forms, tables, document, ladder, charts, senior, print]
  .join('')
  .replace(/\n\s*/g, '\n')
  .trim();

export const stylesheetPath = `/portal-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`;
