/** 季度自查: the self-check of a quarter as a sheet, and the report of it as a paper. */
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

type Format = 'xlsx' | 'docx';

export function QuarterFiles({ today }: { readonly today: string }) {
  const quarters = latestQuarters(today);
  // What is reported is mostly the quarter that is over.
  const [quarter, setQuarter] = useState(quarters[1]!.value);
  const file = useSend(
    (format: Format) => download('POST /api/findings/quarter', { query: { quarter, format } }),
    keepFile,
  );
  return (
    <section className="card quarter-files screen-only" aria-labelledby="quarter">
      <h2 id="quarter">季度自查</h2>
      <p className="soft">按国办秘函〔2019〕19号的检查指标，由本季度的访问、检查、整改和找错记录逐项计算。</p>
      <div className="quarter-choice">
        <ChoiceField label="季度" value={quarter} onChange={setQuarter} choices={quarters} />
        <Button loading={file.isPending} onClick={() => file.mutate('xlsx')}>
          下载自查表（XLSX）
        </Button>
        <Button loading={file.isPending} onClick={() => file.mutate('docx')}>
          下载季度报告（Word）
        </Button>
      </div>
      <ProblemNote error={file.error} />
    </section>
  );
}

/** This one and the five before it. */
function latestQuarters(today: string) {
  const [year, month] = today.split('-').map(Number);
  const now = year! * 4 + Math.floor((month! - 1) / 3);
  return Array.from({ length: 6 }, (_, ago) => {
    const [y, n] = [Math.floor((now - ago) / 4), ((now - ago) % 4) + 1];
    return { value: `${y}-${n}`, term: `${y}年第${n}季度` };
  });
}
