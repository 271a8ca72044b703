/** 报告的三张表: every figure is a button that opens its records, one that is found wrong is marked. */
import type { ReportView } from '../../../src/desk/contract.ts';
import { OfficialTable } from '../../components/official-table.tsx';

export interface FigureTablesProps {
  readonly view: Pick<ReportView, 'tables' | 'findings'>;
  readonly onFigure: (figure: string) => void;
}

export function FigureTables({ view: { tables, findings }, onFigure }: FigureTablesProps) {
  const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ where }) => where));
  return tables.map((table) => (
    <OfficialTable
      key={table.caption}
      table={table}
      figure={(figure, text) => ({
        mark: faulty.has(figure) ? 'faulty' : text === '0' ? 'zero' : '',
        shows: (
          <button type="button" id={figure} title="看这个数背后的记录" onClick={() => onFigure(figure)}>
            {text === '' ? '空' : text}
          </button>
        ),
      })}
    />
  ));
}
