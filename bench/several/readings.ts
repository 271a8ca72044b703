/** 读到了哪里: what the portals tell of their readings, added up over the lives of each process. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Readings {
  replica: number;
  primary: number;
}

const FROM = ['replica', 'primary'] as const;

/** Asks the metrics of each until it is over; what a killed process counted since it was last asked is lost. */
export async function countReadings(metrics: readonly string[], into: Readings, isOver: () => boolean): Promise<void> {
  const before = new Map<string, number>();
  while (!isOver()) {
    for (const address of metrics) {
      const text = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(5_000) })
        .then((answer) => answer.text())
        .catch(() => undefined);
      for (const from of text === undefined ? [] : FROM) {
        const told = Number(new RegExp(`^gongkai_readings_total{from="${from}"} (\\d+)`, 'm').exec(text!)?.[1] ?? 0);
        const last = before.get(`${address} ${from}`) ?? 0;
        into[from] += told < last ? told : told - last;
        before.set(`${address} ${from}`, told);
      }
    }
    await delay(250);
  }
}
