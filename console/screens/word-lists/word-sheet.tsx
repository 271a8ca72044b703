/** 上传词库: checked first, row by row, and only then taken in place of the list in force; one faulty row and nothing is. */
import type { WordListsView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { CheckedSheet } from '../../components/sheets/checked-sheet.tsx';

export interface WordSheetProps {
  readonly view: WordListsView;
  readonly onDone: (says: string) => void;
  readonly onLeave: () => void;
}

export function WordSheet({ view: { agencies, lists }, onDone, onLeave }: WordSheetProps) {
  const seenOf = (agencyId: string) => lists.find((list) => list.agencyId === agencyId)?.versions[0]?.version ?? 0;
  return (
    <CheckedSheet
      title="上传词库"
      verb="换用这份词库"
      causes="上传的表格代替现在用的整份词库；要增减几个词的，先下载正在用的一版，改好再上传。有一行不合格，整份都不换。"
      agencies={agencies}
      whose={{ hint: '对它和下级机关都有效', ask: '请选择是哪个机关的词库。' }}
      template={() => download('GET /api/word-lists/template')}
      send={(sheet, trial) =>
        call('POST /api/word-lists/sheet', { query: { seen: seenOf(sheet.agencyId), trial }, sends: sheet })
      }
      onDone={onDone}
      onLeave={onLeave}
      shown={({ notes }) =>
        notes.map((note) => (
          <p key={note} className="word-notes">
            {note}
          </p>
        ))
      }
    />
  );
}
