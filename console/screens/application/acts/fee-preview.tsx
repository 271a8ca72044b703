/** 两种标准并列, as the desk reckons them: the count of the month with the applications in it, and the brackets of each sum. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CountedApplication, FeeQuery, FeeView } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import type { Values } from './act-of.ts';
import './fee-preview.css';

export function FeePreview({ id, values }: { readonly id: string; readonly values: Values }) {
  const query = queryOf(values);
  const { data: fee } = useQuery({
    queryKey: ['fee', id, query],
    queryFn: ({ signal }) => call('GET /api/requests/:id/fee', { path: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
  if (!fee) return null;
  return (
    <div className="fee-preview" aria-live="polite">
      <Count fee={fee} />
      <div className="fee-tariffs">
        <Tariff
          term="按件"
          of={fee.items}
          chosen={values.tariff !== 'pages'}
          without="申请人的身份已经删除，请填写第几件"
        />
        <Tariff term="按量" of={fee.pages} chosen={values.tariff === 'pages'} without="填写提供的页数以后计算" />
      </div>
      <p className="basis">
        依据：国办函〔2020〕109号第三条至第五条。达到起征的件数、页数不等于应当收费；每件申请只采用一种标准，由本机关选择，不相加。
      </p>
    </div>
  );
}

function queryOf({ tariff, place = '', split = '', pages = '' }: Values): FeeQuery {
  const count = (written: string) => Math.min(Number(written), 1_000_000);
  const units = split.split('\n').filter((line) => line.trim() !== '').length;
  return {
    ...(place !== '' && tariff === 'items' && { place: count(place) }),
    ...(units > 1 && tariff === 'items' && { units: Math.min(units, 1_000) }),
    ...(pages !== '' && { pages: count(pages) }),
  };
}

function Count({ fee: { month, counted } }: { readonly fee: FeeView }) {
  if (!counted) return <p>申请人的身份信息已经删除，系统不能计数。</p>;
  return (
    <>
      <p>
        {month}，同一申请人向本机关累计申请 <strong>{counted.total}</strong> 件，这是第 <strong>{counted.place}</strong>{' '}
        件。
      </p>
      <OtherNames of={[...counted.before, ...counted.after]} />
      <Numbers term="此前" of={counted.before} />
      <Numbers term="此后" of={counted.after} />
      <Numbers term="已经撤回，不计" of={counted.leftOut} />
    </>
  );
}

/** 姓名不同: one number of a proof of identity under several names was written down wrong somewhere, or is another's. */
function OtherNames({ of }: { readonly of: readonly CountedApplication[] }) {
  const names = [...new Set(of.flatMap(({ otherName }) => otherName ?? []))];
  if (names.length === 0) return null;
  const n = of.filter(({ otherName }) => otherName !== undefined).length;
  return (
    <p className="fee-names" role="alert">
      计入的申请里，有 {n} 件的证件号码与这一件相同，姓名（名称）不同：{names.join('、')}
      。发出通知以前，请核对是不是同一人；不是同一人的，在“当月第几件”填写实际的件数，写明理由。
    </p>
  );
}

function Numbers({ term, of }: { readonly term: string; readonly of: readonly CountedApplication[] }) {
  if (of.length === 0) return null;
  return (
    <details className="fee-numbers" open={of.length <= 5}>
      <summary>
        {term} {of.length} 件申请
      </summary>
      <ul className="basis">
        {of.map(({ id, number, receivedOn, units, otherName }) => (
          <li key={id}>
            <Link href={`/requests/${encodeURIComponent(id)}`}>{number}</Link>，{receivedOn} 收到
            {units > 1 && `，拆分计 ${units} 件`}
            {otherName && <strong className="fee-names">，姓名不同：{otherName}</strong>}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TariffProps {
  readonly term: string;
  readonly of: FeeView['items'];
  readonly chosen: boolean;
  readonly without: string;
}

function Tariff({ term, of, chosen, without }: TariffProps) {
  return (
    <section className={chosen ? 'chosen' : undefined} aria-label={`${term}计收`}>
      <h3>
        {term}
        {chosen && '（采用）'}
      </h3>
      {of ? (
        <>
          <p>
            应收 <strong>{of.yuan.toLocaleString('zh-CN')}</strong> 元
          </p>
          <ul className="basis">
            {of.steps.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="basis">{without}</p>
      )}
    </section>
  );
}
