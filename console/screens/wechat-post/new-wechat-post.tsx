/** 发到公众号: begins with the words of a document that is public, of which the editor leaves what is to go out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { NewWechatPost, WechatStart } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';
import { PostLines } from '../../components/wechat-lines.tsx';
import './wechat-post.css';
import { WORDS_MUST, WordsFields } from './words-form.tsx';

export default function NewWechatPostScreen() {
  const [search] = useSearchParams();
  const documentId = search.get('document')?.slice(0, 100) ?? '';
  const query = useQuery({
    queryKey: ['wechat-start', documentId],
    queryFn: ({ signal }) => call('GET /api/wechat-posts', { query: { documentId }, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>发到公众号</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(start) => <Begin key={documentId} start={start} />}
      </Loaded>
    </>
  );
}

function Begin({ start }: { readonly start: WechatStart }) {
  if (start.original === null)
    return <Empty says="这条信息没有在网站公开，或者已经撤回。" begin="先在网站公开，再从稿件页发到公众号。" />;
  return (
    <>
      <PostLines lines={start.lines} title="这条信息已经写过的文章" />
      {start.accounts.length === 0 ? (
        <Empty
          says="没有你能写文章的公众号。"
          begin="账号先登记在“媒体账号”里，再由系统管理员在“公众号接口”里接入；文章由编辑写。"
        />
      ) : (
        <WriteForm start={start} original={start.original} />
      )}
    </>
  );
}

const LONGEST = { title: 64, digest: 120, words: 20_000 };

interface WriteFormProps {
  readonly start: WechatStart;
  readonly original: NonNullable<WechatStart['original']>;
}

function WriteForm({ start, original }: WriteFormProps) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const send = useSend(
    (sends: NewWechatPost) => call('POST /api/wechat-posts', { sends }),
    async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['inbox'] });
      go(`/wechat-posts/${encodeURIComponent(id)}`);
    },
  );
  const { documentId, title, digest, words } = original;
  const blank = { accountId: onlyAgency(start.accounts).name, title, digest, words };
  const { written, field, isComplete } = useFields(blank, { ...WORDS_MUST, accountId: '请选择公众号。' }, send.error);
  const leave = () => go(`/publications/${encodeURIComponent(documentId)}`);
  return (
    <SideForm
      title="写文章"
      verb="保存文章"
      error={send.error}
      pending={send.isPending}
      onSubmit={() => isComplete() && send.mutate({ ...written, documentId })}
      onLeave={leave}
    >
      <p className="soft">
        保存以后按原文的审校规则审校，由发布人发出。原文：
        <Link href={`/publications/${encodeURIComponent(documentId)}`}>{title}</Link>
      </p>
      <ChoiceField label="公众号" {...field('accountId')} choices={choicesOf(start.accounts)} none="请选择公众号" />
      <WordsFields written={written} longest={LONGEST} field={field} />
    </SideForm>
  );
}
