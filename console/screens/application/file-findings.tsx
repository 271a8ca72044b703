/** 附件里查出的: every find with what to do about it, the decision that let it stand, and the form of whoever may decide. */
import { Button } from 'antd';
import type { AttachmentView } from '../../../src/desk/contract.ts';
import { withWeekday } from '../../components/day.ts';
import { openingValues } from './acts/act-of.ts';
import { ActPanel } from './acts/act-panel.tsx';
import type { ActingProps, FileVerbView } from './next-step.tsx';
import './file-findings.css';

interface FileFindingsProps extends ActingProps {
  readonly of: AttachmentView;
}

export function FileFindings({ of, stage, turnedTo, onTurn, written, onWrite, ...acting }: FileFindingsProps) {
  const verb = stage.file.verbs.find((one) => one.verb === 'clearFinding') as FileVerbView | undefined;
  const asked = turnedTo === 'clearFinding' ? written.clearFinding : undefined;
  const open = of.findings.filter(({ cleared }) => cleared === null).length;
  const goesOut = of.providing === 'withDraft' || of.providing === 'withNextDraft';
  const turnTo = (finding: string) => {
    onWrite('clearFinding', { ...openingValues('clearFinding', stage), file: of.id, finding });
    onTurn('clearFinding');
  };
  return (
    <div className="file-findings">
      <p className={open > 0 && goesOut ? 'file-findings-open' : 'soft'}>
        {open > 0 && !goesOut
          ? `查出 ${open} 处没有处理。这个文件没有随答复提供，不影响这一稿；要提供的，去掉后重新上传，再重新拟写。`
          : open > 0
            ? `查出 ${open} 处没有处理，处理以前不能通过保密审查、不能签发。请去掉后重新上传；确可提供的，由没有经手这个附件和答复稿的人逐处判定。`
            : '查出的都已经判定可以提供：'}
      </p>
      <ul>
        {of.findings.map(({ key, says, advice, basis, cleared }) => (
          <li key={key}>
            <p>{says}</p>
            {cleared ? (
              <p className="soft">
                {withWeekday(cleared.on)}，{cleared.by}判定可以提供：{cleared.why}
              </p>
            ) : (
              <p className="soft">
                {advice}依据：{basis}
              </p>
            )}
            {!cleared && of.mayClear && verb?.allowed && asked?.finding !== key && (
              <button type="button" className="step-button screen-only" onClick={() => turnTo(key)}>
                判定可以提供
              </button>
            )}
            {!cleared && verb && asked?.finding === key && (
              <div className="file-findings-form">
                <p className="soft">{verb.causes}</p>
                <ActPanel
                  key={key}
                  verb={verb}
                  stage={stage}
                  values={asked}
                  settled={['file', 'finding']}
                  onWrite={(values) => onWrite('clearFinding', values)}
                  {...acting}
                />
                <Button type="link" className="back" onClick={() => onTurn(null)}>
                  不判定了
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
