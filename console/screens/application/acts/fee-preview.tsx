/** 应收金额 as the desk reckons it from the tariff, bracket by bracket, while the notice is written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FeeQuery } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import type { Values } from './act-of.ts';

export function FeePreview({ values }: { readonly values: Values }) {
  const query: FeeQuery = {
    tariff: values.tariff === 'items' ? 'items' : 'pages',
    quantity: Math.min(Number(values.quantity ?? 0), 1_000_000),
  };
  const { data: fee } = useQuery({
    queryKey: ['fee', query],
    queryFn: ({ signal }) => call('GET /api/fee', { query, signal }),
    placeholderData: keepPreviousData,
  });
  if (!fee) return null;
  return (
    <div className="fee-preview" aria-live="polite">
      <p>
        应收 <strong>{fee.yuan.toLocaleString('zh-CN')}</strong> 元
      </p>
      <ul className="basis">
        {fee.steps.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p className="basis">依据：{[...new Set(fee.steps.map(({ basis }) => basis))].join('；')}</p>
    </div>
  );
}
