/** 正文: as it reads; a live figure is a chip that opens its records. */
import type { ReportView } from '../../../src/desk/contract.ts';
import { piecesOf } from './chips.ts';

export interface NarrativeProps {
  readonly view: ReportView;
  readonly onFigure: (figure: string) => void;
}

export function Narrative({ view: { narrative, liveFigures }, onFigure }: NarrativeProps) {
  return (
    <div className="narrative">
      {narrative.map(({ heading, text, reads }, section) => (
        <section key={heading} id={`/narrative/${section}`} tabIndex={-1}>
          <h3>{heading}</h3>
          <p>
            {piecesOf(text, reads, liveFigures).map((piece, at) =>
              piece.kind === 'words' ? (
                piece.text
              ) : (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may stand twice in one text
                  key={`${piece.name}${at}`}
                  type="button"
                  className="chip"
                  title={`${piece.term}：看背后的记录`}
                  onClick={() => onFigure(piece.name)}
                >
                  {piece.reads}
                </button>
              ),
            )}
          </p>
        </section>
      ))}
    </div>
  );
}
