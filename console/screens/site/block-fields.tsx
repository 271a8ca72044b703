/** What one block says of itself: a column, documents, links. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SiteBlock, SiteDocument, SiteLink, SiteView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { DocumentPicker } from '../../components/document-picker.tsx';
import { FileField } from '../../components/file-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

interface BlockFieldsProps {
  readonly block: SiteBlock;
  readonly view: SiteView;
  readonly says: string;
  readonly onChange: (block: SiteBlock) => void;
}

export function BlockFields({ block, view, says, onChange }: BlockFieldsProps) {
  if (view.mayNot !== null || !('column' in block || 'title' in block))
    return <p className="soft">{'column' in block ? columnName(view, block.column) : says}</p>;
  if (block.block === 'newest')
    return (
      <ChoiceField
        label="栏目"
        value={block.column}
        onChange={(column) => onChange({ ...block, column })}
        choices={view.columns.map(({ name, term, depth }) => ({ value: name, term: `${'　'.repeat(depth)}${term}` }))}
      />
    );
  const title = <TextField label="标题" value={block.title} onChange={(text) => onChange({ ...block, title: text })} />;
  if (block.block === 'pinned')
    return (
      <>
        {title}
        <PinnedDocuments documents={block.documents} onChange={(documents) => onChange({ ...block, documents })} />
      </>
    );
  return (
    <>
      {title}
      <Links links={block.links} agencyId={view.agency.name} onChange={(links) => onChange({ ...block, links })} />
    </>
  );
}

const columnName = (view: SiteView, key: string) =>
  view.columns.find(({ name }) => name === key)?.term ?? '已经关闭的专栏，首页上不显示';

function PinnedDocuments({
  documents,
  onChange,
}: {
  readonly documents: readonly SiteDocument[];
  readonly onChange: (documents: readonly SiteDocument[]) => void;
}) {
  return (
    <>
      <ul className="site-documents">
        {documents.map((one) => (
          <li key={one.id}>
            <span>
              {one.title}
              {one.publishedOn === null && <span className="field-wrong">没有发布或者已经撤回，请去掉</span>}
            </span>
            <Button
              size="small"
              onClick={() => onChange(documents.filter(({ id }) => id !== one.id))}
              aria-label={`去掉${one.title}`}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <DocumentPicker
        label="添加一条信息"
        picked={null}
        not=""
        onPick={(picked) =>
          picked &&
          !documents.some(({ id }) => id === picked.id) &&
          onChange([...documents, { ...picked, publishedOn: '' }])
        }
      />
    </>
  );
}

function Links({
  links,
  agencyId,
  onChange,
}: {
  readonly links: readonly SiteLink[];
  readonly agencyId: string;
  readonly onChange: (links: readonly SiteLink[]) => void;
}) {
  const change = (at: number, to: Partial<SiteLink>) =>
    onChange(links.map((link, i) => (i === at ? { ...link, ...to } : link)));
  return (
    <>
      <ul className="site-links">
        {links.map((link, i) => (
          // A link has nothing else that lasts while it is written.
          // biome-ignore lint/suspicious/noArrayIndexKey: they are only added at the end and taken out whole
          <li key={i}>
            <TextField label="名称" value={link.name} onChange={(name) => change(i, { name })} />
            <TextField
              label="地址"
              value={link.to}
              onChange={(to) => change(i, { to })}
              hint="本站的写“/”开头，别的网站写“https://”开头"
            />
            <LinkPicture link={link} agencyId={agencyId} onChange={(picture) => change(i, { picture })} />
            <Button
              size="small"
              onClick={() => onChange(links.filter((_, n) => n !== i))}
              aria-label={`去掉第${i + 1}个链接`}
            >
              去掉这个链接
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange([...links, { name: '', to: '', picture: null }])}>再加一个链接</Button>
    </>
  );
}

function LinkPicture({
  link,
  agencyId,
  onChange,
}: {
  readonly link: SiteLink;
  readonly agencyId: string;
  readonly onChange: (picture: string | null) => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const upload = useSend(
    (chosen: File) => call('POST /api/publication-pictures', { query: { agencyId }, sends: { file: chosen } }),
    ({ address }) => onChange(address.slice(address.lastIndexOf('/') + 1)),
  );
  if (link.picture !== null)
    return (
      <p className="site-picture">
        <img src={`/api/publication-pictures/${link.picture}`} alt={`${link.name}的图片`} />
        <Button size="small" onClick={() => onChange(null)}>
          不要图片
        </Button>
      </p>
    );
  return (
    <>
      <FileField
        label="图片（可以不要）"
        accept=".jpg,.jpeg,.png"
        file={file}
        disabled={upload.isPending}
        onChoose={(chosen) => {
          setFile(chosen);
          if (chosen) upload.mutate(chosen);
        }}
      />
      <ProblemNote error={upload.error} />
    </>
  );
}
