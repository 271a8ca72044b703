/** 录入报数: the official tables with a box in every cell that is entered, or a filled sheet read into them; sums stand beside at once. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { HandUpView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { FileField } from '../../components/file-field.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { LongField } from '../../components/long-field.tsx';
import { OfficialTable } from '../../components/official-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { asFigure, type Entered, noFigures, sumAt, unbalanced } from './figure-sums.ts';

export interface FigureFormProps {
  readonly view: HandUpView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (cells: Readonly<Record<string, number>>, why: string) => void;
  readonly onLeave: () => void;
}

const KINDS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

export function FigureForm({ view, error, pending, onSend, onLeave }: FigureFormProps) {
  const { agencyId, year, tables } = view;
  const names = new Map(view.entered.map(({ pointer, name }) => [pointer, name]));
  const pointers = [...names.keys()];
  const [entered, setEntered] = useState<Entered>(() => enteredIn(view));
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const off = unbalanced(entered, pointers);
  const strange = noFigures(entered);
  const lacksWhy = why.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (off.length > 0 || strange.length > 0 || lacksWhy) return;
    const filled = Object.entries(entered).filter(([, typed]) => typed !== '');
    onSend(Object.fromEntries(filled.map(([pointer, typed]) => [pointer, Number(typed)])), why.trim());
  };
  return (
    <form className="figure-form" onSubmit={submit} noValidate>
      <SheetCard agencyId={agencyId} year={year} onRead={(cells) => setEntered(asTyped(cells))} />
      {tables.map((table) => (
        <OfficialTable
          key={table.caption}
          table={table}
          figure={(figure) =>
            names.has(figure)
              ? {
                  shows: (
                    <input
                      className="figure-box"
                      inputMode="decimal"
                      aria-label={names.get(figure)}
                      value={entered[figure] ?? ''}
                      placeholder="0"
                      aria-invalid={strange.includes(figure)}
                      onChange={({ target: { value } }) => setEntered({ ...entered, [figure]: asFigure(value) })}
                    />
                  ),
                }
              : { mark: 'sum', shows: <span>{sumAt(figure, entered, pointers)}</span> }
          }
        />
      ))}
      <section className="card">
        <h2>送上一级</h2>
        {strange.length > 0 && (
          <p className="field-wrong" role="alert">
            红框里的不是整数（金额可以有小数）：{strange.map((pointer) => names.get(pointer) ?? pointer).join('、')}
            。请改正。
          </p>
        )}
        {off.length > 0 && (
          <p className={tried ? 'field-wrong' : 'soft'} role="status">
            表三还不平衡（第一项加第二项应当等于第三项加第四项）：{off.map((at) => KINDS[at]).join('、')}。
          </p>
        )}
        <LongField
          label="为什么人工录入，数从哪里来"
          hint="和数一起留存，上一级看得到。例如：本单位没有使用本系统，按纸质台账统计，由办公室提供"
          value={why}
          onChange={setWhy}
          wrong={tried && lacksWhy ? '请写明为什么人工录入，数从哪里来。' : null}
        />
        <ProblemNote error={error} />
        <div className="step-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={pending}>
            录入并报送
          </Button>
          <Button size="large" onClick={onLeave}>
            不录入了
          </Button>
        </div>
      </section>
    </form>
  );
}

/** What the newest version says stands there to begin with: mostly one cell is to be put right. */
function enteredIn({ tables, entered, versions }: HandUpView): Entered {
  if (versions.length === 0) return {};
  const pointers = entered.map(({ pointer }) => pointer);
  const cells = tables.flatMap(({ rows }) => rows.flat());
  return Object.fromEntries(
    cells.flatMap(({ figure, text }) => (figure && pointers.includes(figure) && text !== '0' ? [[figure, text]] : [])),
  );
}

function asTyped(cells: Readonly<Record<string, number>>): Entered {
  return Object.fromEntries(
    Object.entries(cells).map(([pointer, figure]) => [pointer, figure === 0 ? '' : String(figure)]),
  );
}

interface SheetCardProps {
  readonly agencyId: string;
  readonly year: number;
  readonly onRead: (cells: Readonly<Record<string, number>>) => void;
}

function SheetCard({ agencyId, year, onRead }: SheetCardProps) {
  const path = { agencyId, year };
  const [file, setFile] = useState<File | null>(null);
  const form = useSend((_: undefined) => download('GET /api/hand-ups/:agencyId/:year/form.xlsx', { path }), keepFile);
  const read = useSend(
    (chosen: File) => call('POST /api/hand-ups/:agencyId/:year/figures', { path, sends: { file: chosen } }),
    ({ cells }) => onRead(cells),
  );
  return (
    <section className="card" aria-labelledby="sheet">
      <h2 id="sheet">用报数表填写</h2>
      <p className="soft">
        下载报数表填好再上传，数会填进下面的格里，核对后再报送；也可以直接在下面填写。合计由系统计算。
      </p>
      <FileField
        label="填好的报数表"
        accept=".xlsx,.docx,.pdf,.csv,.json"
        kinds="Excel、Word、PDF 或者本系统导出的文件"
        file={file}
        disabled={read.isPending}
        onChoose={setFile}
        wrong={null}
      />
      <ProblemNote error={read.error ?? form.error} />
      {read.data && <p role="status">已经从{read.data.unit ? `“${read.data.unit}”的` : ''}报数表填入，请逐格核对。</p>}
      <div className="step-buttons">
        <Button disabled={file === null} loading={read.isPending} onClick={() => file && read.mutate(file)}>
          读入表格
        </Button>
        <Button loading={form.isPending} onClick={() => form.mutate(undefined)}>
          下载空白报数表
        </Button>
      </div>
    </section>
  );
}
