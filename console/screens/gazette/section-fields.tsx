/** 目录的一栏: its name and its documents, moved by buttons; those no issue has printed are offered first. */
import { Button } from 'antd';
import type { SiteDocument } from '../../../src/desk/contract.ts';
import { DocumentPicker } from '../../components/document-picker.tsx';
import { TextField } from '../../components/text-field.tsx';

export interface WrittenSection {
  readonly key: number;
  readonly heading: string;
  readonly documents: readonly SiteDocument[];
}

interface SectionFieldsProps {
  readonly section: WrittenSection;
  readonly nth: number;
  readonly waiting: readonly SiteDocument[];
  readonly taken: ReadonlySet<string>;
  readonly onChange: (to: Partial<WrittenSection>) => void;
  readonly onRemove: (() => void) | undefined;
}

const OFFERED = 8;

export function SectionFields({ section, nth, waiting, taken, onChange, onRemove }: SectionFieldsProps) {
  const { heading, documents } = section;
  const add = (one: SiteDocument) => !taken.has(one.id) && onChange({ documents: [...documents, one] });
  const up = (at: number) => {
    const next = [...documents];
    [next[at - 1], next[at]] = [next[at]!, next[at - 1]!];
    onChange({ documents: next });
  };
  return (
    <fieldset className="gazette-part">
      <legend>{`第 ${nth} 个栏目`}</legend>
      <TextField
        label="栏目名称"
        value={heading}
        onChange={(to) => onChange({ heading: to })}
        hint="例如“县政府文件”“人事任免”"
      />
      <ol className="gazette-documents">
        {documents.map((one, i) => (
          <li key={one.id}>
            <span>
              {one.title || '已经删去的信息'}
              {one.publishedOn === null && <span className="field-wrong">没有发布或者已经撤回，请去掉</span>}
            </span>
            <span className="gazette-buttons">
              <Button size="small" disabled={i === 0} onClick={() => up(i)} aria-label={`上移${one.title}`}>
                上移
              </Button>
              <Button
                size="small"
                onClick={() => onChange({ documents: documents.filter(({ id }) => id !== one.id) })}
                aria-label={`去掉${one.title}`}
              >
                去掉
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {waiting.length > 0 && (
        <>
          <p className="soft">还没有刊登的：</p>
          <ul className="gazette-documents">
            {waiting.slice(0, OFFERED).map((one) => (
              <li key={one.id}>
                <span>{one.title}</span>
                <Button size="small" onClick={() => add(one)} aria-label={`加入${one.title}`}>
                  加入
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <DocumentPicker
        label="查找要刊登的信息"
        picked={null}
        not=""
        onPick={(picked) => picked && add({ ...picked, publishedOn: '' })}
      />
      {onRemove && (
        <Button size="small" onClick={onRemove}>
          {`去掉第 ${nth} 个栏目`}
        </Button>
      )}
    </fieldset>
  );
}
