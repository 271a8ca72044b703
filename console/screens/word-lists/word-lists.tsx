/** 县里的词库: what the checks look for beside the shipped words; each list with its versions, and a sheet that replaces one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { WordListsView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { WordSheet } from './word-sheet.tsx';
import '../../components/table.css';
import './word-lists.css';

export default function WordLists() {
  const query = useQuery({
    queryKey: ['word-lists'],
    queryFn: ({ signal }) => call('GET /api/word-lists', { signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>词库</h1>
        <p className="soft">发布前的检查和网站巡检查哪些词。重叠的词取最长的；白名单里的话，里面的词不报。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />} alone>
        {(view) => <OpenLists view={view} />}
      </Loaded>
    </>
  );
}

function OpenLists({ view }: { readonly view: WordListsView }) {
  const client = useQueryClient();
  const [replacing, setReplacing] = useState(false);
  const [done, setDone] = useState('');
  const { agencies, mayNot, shipped, lists } = view;
  const again = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => ['word-lists', 'publication'].includes(String(queryKey[0])),
    });
  return (
    <>
      <DoneNote says={done} />
      {replacing ? (
        <WordSheet
          view={view}
          onDone={(says) => {
            setDone(says);
            setReplacing(false);
            void again();
          }}
          onLeave={() => {
            setReplacing(false);
            void again();
          }}
        />
      ) : (
        <p className="found-bar">
          {agencies.length > 0 && (
            <button
              type="button"
              className="step-button"
              onClick={() => {
                setDone('');
                setReplacing(true);
              }}
            >
              上传词库
            </button>
          )}
          {mayNot && <span className="soft">{mayNot}</span>}
        </p>
      )}
      <p className="soft">
        系统随附的词库始终有效：{shipped.words} 个词、{shipped.allowed}{' '}
        句白名单。下面的加在它上面，对本机关和下级机关都有效；换用以后，没有发布的稿件和附件都按新的查。
      </p>
      {lists.length === 0 ? (
        <Empty
          says="还没有本县自己的词库，只查随附的词。"
          begin={
            agencies.length > 0 ? '上传一份表格：本地的地名、机构名、容易写错的词，会误报的话写进白名单。' : undefined
          }
        />
      ) : (
        lists.map((list) => (
          <Versions
            key={list.agencyId}
            {...list}
            mayEnd={agencies.some(({ name }) => name === list.agencyId)}
            onEnded={() => {
              setDone(`已经停用${list.agency}的词库，从下一次检查起不再查它。`);
              void again();
            }}
          />
        ))
      )}
    </>
  );
}

type VersionsProps = WordListsView['lists'][number] & { readonly mayEnd: boolean; readonly onEnded: () => void };

function Versions({ agencyId, agency, versions, mayEnd, onEnded }: VersionsProps) {
  const [asked, setAsked] = useState(false);
  const [current] = versions;
  const inUse = current && !isEmpty(current) ? current : null;
  const end = useSend(
    (seen: number) => call('POST /api/word-lists/:agencyId/end', { path: { agencyId }, sends: { seen } }),
    () => {
      setAsked(false);
      onEnded();
    },
  );
  const take = useSend(
    (version: number) =>
      download('GET /api/word-lists/:agencyId/:version', { path: { agencyId, version: String(version) } }),
    keepFile,
  );
  return (
    <section className="card table-card word-list" aria-labelledby={`list-${agencyId}`}>
      <h2 id={`list-${agencyId}`}>{agency}</h2>
      <ProblemNote error={take.error ?? end.error} />
      {mayEnd && inUse && !asked && (
        <p className="word-list-end">
          <Button size="small" onClick={() => setAsked(true)}>
            停用词库
          </Button>
        </p>
      )}
      {inUse && asked && (
        <div className="word-list-end" role="alert">
          <p>
            停用以后，{agency}和下级机关不再查这 {inUse.words} 个词、{inUse.allowed}
            句白名单；随附的和上级机关的照查。各版都留着，以后可以再上传。
          </p>
          <p className="head-buttons">
            <Button danger loading={end.isPending} onClick={() => end.mutate(inUse.version)}>
              停用词库
            </Button>
            <Button onClick={() => setAsked(false)}>不停用</Button>
          </p>
        </div>
      )}
      <table className="rows" aria-labelledby={`list-${agencyId}`}>
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">上传人</th>
            <th scope="col">时间</th>
            <th scope="col" className="number">
              词
            </th>
            <th scope="col" className="number">
              白名单
            </th>
            <th scope="col">
              <span className="heard">下载</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, by, at, words, allowed }, i) => (
            <tr key={version} className="row">
              <th scope="row">
                第 {version} 版
                {i === 0 && <span className="word-list-now">{words + allowed === 0 ? '已停用' : '正在用'}</span>}
                {i > 0 && words + allowed === 0 && <span className="soft">（停用）</span>}
              </th>
              <td>{by}</td>
              <td>
                <time dateTime={at}>{momentOf(at)}</time>
              </td>
              <td className="number">{words} 个</td>
              <td className="number">{allowed} 句</td>
              <td>
                {words + allowed > 0 && (
                  <Button
                    size="small"
                    disabled={take.isPending}
                    aria-label={`下载${agency}第 ${version} 版词库`}
                    onClick={() => take.mutate(version)}
                  >
                    下载
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 停用: a version without words. */
function isEmpty({ words, allowed }: WordListsView['lists'][number]['versions'][number]): boolean {
  return words + allowed === 0;
}
