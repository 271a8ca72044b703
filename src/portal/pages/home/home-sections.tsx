/** The blocks of the home page as they are drawn; lists that follow one another stand two beside each other. */
import { DocumentList } from '../../components/document-list.tsx';
import { Empty } from '../../components/empty.tsx';
import { DOORS } from '../../doors.ts';
import { SHOWN_FIGURES } from '../figures.tsx';
import type { HomePart, YearFigures } from './home-matter.ts';

type Listed = Extract<HomePart, { part: 'newest' | 'pinned' }>;
type Alone = Exclude<HomePart, Listed>;
const isListed = (part: HomePart): part is Listed => part.part === 'newest' || part.part === 'pinned';

export function HomeSections({ parts }: { readonly parts: readonly HomePart[] }): JSX.Element {
  const rows: { readonly lists: Listed[]; readonly one?: Alone }[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (!isListed(part)) rows.push({ lists: [], one: part });
    else if (last && last.lists.length > 0) last.lists.push(part);
    else rows.push({ lists: [part] });
  }
  return <>{rows.map(({ lists, one }) => (one ? <One part={one} /> : <Lists lists={lists} />))}</>;
}

function Lists({ lists }: { readonly lists: readonly Listed[] }): JSX.Element {
  return (
    <div class="columns-two">
      {lists.map((list) =>
        list.part === 'pinned' ? (
          <section>
            <h2 safe>{list.title}</h2>
            <DocumentList lines={list.lines} />
          </section>
        ) : (
          <section>
            <div class="section-head">
              <h2 safe>{list.name}</h2>
              <a href={`/columns/${list.key}`} aria-label={`更多${list.name}`}>
                更多
              </a>
            </div>
            {list.lines.length > 0 ? (
              <DocumentList lines={list.lines} />
            ) : (
              <Empty says={`还没有发布${list.name}。发布后会出现在这里。`} />
            )}
          </section>
        ),
      )}
    </div>
  );
}

function One({ part }: { readonly part: Alone }): JSX.Element {
  switch (part.part) {
    case 'doors':
      return (
        <>
          <h2>政府信息公开</h2>
          <ul class="doors">
            {DOORS.map(({ name, path, says }) => (
              <Door path={path} name={name} says={says} />
            ))}
          </ul>
        </>
      );
    case 'specials':
      return (
        <section>
          <div class="section-head">
            <h2>专题专栏</h2>
            <a href="/columns/special" aria-label="更多专题专栏">
              更多
            </a>
          </div>
          <ul class="doors">
            {part.open.slice(0, MOST_SPECIALS).map(({ key, name, purpose }) => (
              <Door path={`/columns/${key}`} name={name} says={purpose} />
            ))}
          </ul>
        </section>
      );
    case 'links':
      return (
        <section>
          <h2 safe>{part.title}</h2>
          <ul class="tiles">
            {part.links.map(({ name, to, picture }) => (
              <li>
                <a href={to} rel={to.startsWith('/') ? undefined : 'external noopener'}>
                  {picture ? <img src={`/home-pictures/${picture}`} alt="" loading="lazy" /> : null}
                  <span safe>{name}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      );
    case 'figures':
      return <Figures year={part.year} figures={part.figures} />;
    case 'tools':
      return (
        <>
          <h2>办事工具</h2>
          <ul class="doors">
            <Door path="/apply" name="申请政府信息" says="不用注册，不问用途，当场给出查询号" />
            <Door path="/track" name="查询申请进度" says="凭查询号和查询码" />
            <Door path="/letters" name="写信和查询来信" says="咨询、投诉、建议、求助，看别人问过什么" />
            <Door path="/interviews" name="在线访谈" says="部门负责人在线回答，提前提问，看直播和实录" />
            <Door path="/consultations" name="征集调查" says="对征求意见稿提意见，填写问卷，看采纳了什么" />
            <Door path="/deadline" name="计算答复期限" says="逐日推算，写明每一步的依据" />
            <Door path="/fee" name="计算信息处理费" says="按件、按量两种标准" />
            <Door path="/check-report" name="核对一份年报" says="找出表格和文字里的矛盾，不保存" />
          </ul>
        </>
      );
  }
}

/** Two rows on a wide screen; the rest stands behind 更多. */
const MOST_SPECIALS = 10;

function Figures({ year, figures }: YearFigures): JSX.Element {
  return (
    <section>
      <h2 safe>{`${year} 年，公开了这些`}</h2>
      <ul class="figures">
        {SHOWN_FIGURES.filter(({ of }) => of(figures) > 0).map(({ figure, term, unit, of }) => (
          <li>
            <a href={`/figures/${year}/${figure}`}>
              <strong>
                {of(figures)}
                <small safe>{` ${unit}`}</small>
              </strong>
              <span safe>{term}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Door({
  path,
  name,
  says,
}: {
  readonly path: string;
  readonly name: string;
  readonly says: string;
}): JSX.Element {
  return (
    <li>
      <a href={path} safe>
        {name}
      </a>
      <p safe>{says}</p>
    </li>
  );
}
