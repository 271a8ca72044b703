/** 发布审核表, as Word or Excel. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import { authorsOf } from '../../publications/edition.ts';
import { reviewSheet } from '../../publications/review/review-sheet.ts';
import { allColumns } from '../../publications/store/columns.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { momentInShanghai } from '../in-shanghai.ts';
import { SheetFormatSchema } from '../publications/publication-schemas.ts';
import { documentFor, toldMark } from '../publications/publication-view.ts';
import { sendFile } from '../upload.ts';

const FORMATS = {
  docx: { made: paperDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { made: paperXlsx, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

export function reviewSheetRoute(desk: FastifyInstance, { house }: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .get(
      '/api/publications/:id/review-sheet/:format',
      { schema: { params: SheetFormatSchema } },
      async (request, reply) => {
        const { id, format } = request.params;
        const found = await documentFor(house, officerOf(request), id);
        if (isRefusal(found)) return answer(found, request, reply);
        const { document } = found;
        const edition = (document.draft ?? document.live)!;
        const hands = [...authorsOf(edition), ...document.marks.map(({ by }) => by)];
        const [agencies, columns, names] = await Promise.all([
          listAgencies(house.db),
          allColumns(house.db),
          namesOfOfficers(house.db, [...new Set(hands)]),
        ]);
        const sheet = reviewSheet(document, edition, {
          agency: agencies.find((agency) => agency.id === document.agencyId)?.name ?? '',
          columns: document.columns.map((key) => columns.get(key)?.name ?? key),
          nameOf: (by) => names.get(by) ?? (by === 'system' ? '系统' : by),
          told: toldMark,
          timeOf: momentInShanghai,
        });
        const { made, type } = FORMATS[format];
        return sendFile(reply, await made(sheet), type, `发布审核表.${format}`);
      },
    );
}
