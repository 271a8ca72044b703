/** 逐处问题: the address, what is wrong with it, and the pages that lead to it. */
import { Button } from 'antd';
import type { TicketView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';

interface FindingListProps {
  readonly view: TicketView;
  readonly onAccept: (id: string) => void;
}

export function FindingList({ view, onAccept }: FindingListProps) {
  const mayAccept = view.verbs.some(({ verb, allowed }) => verb === 'acceptFinding' && allowed);
  return (
    <section aria-labelledby="findings-of">
      <h2 id="findings-of">{`问题 ${view.line.all} 处`}</h2>
      <ul className="finding-list">
        {view.findings.map((one) => (
          <li key={one.id} className="card">
            <Address url={one.url} />
            {one.detail && <p className="finding-detail">{`所在：${one.detail}`}</p>}
            <p>{one.says}</p>
            <Bits
              of={[
                one.state,
                `${one.firstSeen} 发现`,
                one.times > 1 ? `出现过 ${one.times} 次` : null,
                one.acceptedBecause ? `例外：${one.acceptedBecause}` : null,
              ]}
            />
            {one.sources.length > 0 && (
              <details>
                <summary>{`链到它的页面（${one.sources.length}）`}</summary>
                <ul>
                  {one.sources.map((source) => (
                    <li key={source}>
                      <Address url={source} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {mayAccept && one.isOpen && (
              <p>
                <Button size="small" onClick={() => onAccept(one.id)} aria-label={`登记为例外：${one.url}`}>
                  登记为例外
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {view.notShown > 0 && <p className="soft">{`另有 ${view.notShown} 处没有列出，改正这些以后再看。`}</p>}
    </section>
  );
}

/** 网址, opened beside the console; what is no page on the web is told and leads nowhere. */
function Address({ url }: { readonly url: string }) {
  return (
    <p className="finding-address">
      {/^https?:\/\//.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {url}
        </a>
      ) : (
        url
      )}
    </p>
  );
}
