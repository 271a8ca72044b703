/** 指标图: bars of one measure beside each other, drawn by ECharts when the screen is open; what it shows stands in the table below. */
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ComparisonView } from '../../../src/desk/contract.ts';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const BAR_PX = 34;
const ACCENT = '#0b4f8a';
const INK = '#1a1a1a';
const LONGEST_LABEL = 12;

type Measure = ComparisonView['tables'][number]['measures'][number];

export interface MeasureChartProps {
  readonly measure: Measure;
  readonly subjects: ComparisonView['subjects'];
}

export function MeasureChart({ measure: { term, unit, values }, subjects }: MeasureChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: 'item' },
      xAxis: {
        type: 'value',
        splitNumber: 4,
        axisLabel: { color: INK, hideOverlap: true },
        splitLine: { lineStyle: { color: '#d5d9de' } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: subjects.map(({ label }) => label),
        axisLabel: { color: INK, formatter: (label: string) => shortened(label) },
      },
      series: [
        {
          type: 'bar',
          name: term,
          barMaxWidth: 20,
          itemStyle: { color: ACCENT },
          data: values.map(({ value }) => value),
          label: {
            show: true,
            position: 'right',
            color: INK,
            formatter: ({ dataIndex }: { dataIndex: number }) => values[dataIndex]?.says ?? '',
          },
        },
      ],
    });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(box.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [term, values, subjects]);
  const says = subjects.map(({ label }, at) => `${label} ${values[at]?.says ?? ''}`).join('，');
  return (
    <div
      ref={box}
      role="img"
      aria-label={`${term}（${unit}）：${says}`}
      style={{ height: subjects.length * BAR_PX + 40 }}
    />
  );
}

/** The year stands last, and tells one agency's bars apart. */
function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, 5)}…${label.slice(6 - LONGEST_LABEL)}` : label;
}
