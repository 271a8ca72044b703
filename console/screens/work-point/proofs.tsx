/** 佐证: files and addresses that show what was done, added one by one and taken away until it is reported as done. */
import { Button } from 'antd';
import { useState } from 'react';
import type { WorkPointView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { sizeInWords } from '../../components/size-in-words.ts';
import { TextField } from '../../components/text-field.tsx';
import { UploadForm } from '../../components/upload-form.tsx';
import type { PointSend } from './work-point.tsx';

interface ProofsProps {
  readonly view: WorkPointView;
  readonly send: PointSend;
  readonly onKept: (after: WorkPointView, says: string) => unknown;
}

export function Proofs({ view, send, onKept }: ProofsProps) {
  const { id } = view.line;
  const may = view.verbs.some(({ verb, allowed }) => verb === 'proveByFile' && allowed);
  const open = useSend(
    (fileId: string) => download('GET /api/work-points/:id/files/:fileId', { path: { id, fileId } }),
    keepFile,
  );
  return (
    <section className="card" aria-labelledby="proofs">
      <h2 id="proofs">佐证</h2>
      {view.proofs.length === 0 && <Empty says={may ? '还没有佐证。附上一件以后才能报告完成。' : '还没有佐证。'} />}
      {view.proofs.length > 0 && (
        <ul className="point-proofs">
          {view.proofs.map((proof) => (
            <li key={proof.id}>
              {proof.address === null ? (
                <button type="button" className="as-link" onClick={() => open.mutate(proof.id)}>
                  {proof.title}
                </button>
              ) : (
                <a href={proof.address} target="_blank" rel="noreferrer">
                  {proof.title}
                </a>
              )}
              <span className="soft">{proof.bytes === null ? proof.address : sizeInWords(proof.bytes)}</span>
              <span className="soft">{proof.by}</span>
              {may && (
                <Button
                  size="small"
                  aria-label={`去掉${proof.title}`}
                  onClick={() =>
                    send.mutate({ act: { verb: 'dropProof', proofId: proof.id }, says: `已经去掉：${proof.title}。` })
                  }
                >
                  去掉
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemNote error={open.error} />
      {may && (
        <div className="point-adding">
          <UploadForm
            verb="附文件"
            upload={(file) => call('POST /api/work-points/:id/files', { path: { id }, sends: { file } })}
            onKept={(after, file) => onKept(after, `已经附上：${file.name}。`)}
          />
          <AddLink send={send} />
        </div>
      )}
    </section>
  );
}

function AddLink({ send }: { readonly send: PointSend }) {
  const [written, setWritten] = useState({ title: '', address: '' });
  const [tried, setTried] = useState(false);
  const lacks = (name: 'title' | 'address') => tried && written[name].trim() === '';
  return (
    <form
      noValidate
      aria-label="附网址"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (written.title.trim() === '' || written.address.trim() === '') return;
        send.mutate({ act: { verb: 'proveByLink', ...written }, says: `已经附上：${written.title}。` });
      }}
    >
      <TextField
        label="网址"
        value={written.address}
        onChange={(address) => setWritten({ ...written, address })}
        hint="公开页面写全网址；工作台里的记录，写地址栏“/”开头的部分"
        wrong={lacks('address') ? '请填写网址。' : undefined}
      />
      <TextField
        label="是什么"
        value={written.title}
        onChange={(title) => setWritten({ ...written, title })}
        hint="例如“公告原文”"
        wrong={lacks('title') ? '请写明是什么。' : undefined}
      />
      <Button htmlType="submit" loading={send.isPending}>
        附网址
      </Button>
    </form>
  );
}
