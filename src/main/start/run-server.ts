/** The life of the server: open, prepare, listen, wait for the signal to stop, close in reverse order. */

import { keepFollowing } from '../../ledger/store/follow-ledger.ts';
import { readConfig, type Surroundings } from '../../platform/config.ts';
import { answers } from '../../platform/database.ts';
import { hasRoom } from '../../platform/has-room.ts';
import { closeFace, listen } from '../../platform/http/listen.ts';
import { watchReadiness } from '../../platform/pulse.ts';
import { createSweeper, keepSweeping } from '../../platform/sweeps.ts';
import { unknownSettings } from '../../platform/unknown-settings.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Io } from '../command.ts';
import { compose } from './compose.ts';
import { heartbeat } from './heartbeat.ts';
import { type Installation, openInstallation } from './installation.ts';
import { metricsFace } from './metrics-face.ts';
import { prepare } from './prepare.ts';
import { progressTo } from './progress.ts';
import { portalSweeps } from './sweeps-of.ts';

/** @returns exit code: 0 stopped on request, 1 refused to start or lost the database */
export async function runServer(surroundings: Surroundings, io: Io): Promise<number> {
  const config = readConfig(surroundings);
  if (isRefusal(config)) return refused(config, io);
  for (const unknown of unknownSettings(surroundings.env)) io.err(`注意：${unknown}`);
  const life = beginLife(io);
  try {
    const refusal = await rise({ ...surroundings, config }, life, io);
    if (refusal) return refused(refusal, io);
    await life.ended;
  } catch (error) {
    // What fails because the ground is taken away while stopping is no fault.
    if (!life.stopped.aborted) life.lose(`启动时出了程序故障，请把下面的内容交给维护人员：\n${(error as Error).stack}`);
  } finally {
    await life.close();
  }
  return life.exitCode();
}

interface Life {
  /** Fires with Ctrl-C, a stop by the system, or the loss of the database. */
  readonly stopped: AbortSignal;
  readonly ended: Promise<void>;
  atEnd(close: () => Promise<void>): void;
  lose(why: string): void;
  close(): Promise<void>;
  exitCode(): number;
}

type Ground = Pick<Surroundings, 'packageRoot'> & { config: Exclude<ReturnType<typeof readConfig>, Refusal> };

async function rise({ config, packageRoot }: Ground, life: Life, io: Io): Promise<Refusal | undefined> {
  io.out('正在启动……');
  const { atEnd, lose: onLost, stopped } = life;
  const installation = await openInstallation({ config, packageRoot, tell: io.out, atEnd, onLost });
  if (isRefusal(installation)) return installation;
  if (stopped.aborted) return undefined;

  const describe = await prepare(installation, progressTo(io.out, stopped));
  if (isRefusal(describe)) return describe;
  const { portal, desk, sweeps } = await compose(installation);
  if (stopped.aborted) return undefined;

  const following = keepFollowing(installation.follower);
  atEnd(async () => following.stop());
  const recurring =
    config.faces === 'portal'
      ? portalSweeps(installation.files)
      : [...sweeps, heartbeat(installation.dataFolder, installation.filesAt)];
  const sweeper = createSweeper(recurring, installation.log);
  const metrics = metricsFace(installation);
  // In reverse order: nobody is let in any more and those inside are answered, then the sweeps finish, then the database closes.
  atEnd(() => sweeper.stop());
  atEnd(async () => void (await Promise.all([portal, desk, metrics].map((face) => closeFace(face)))));
  watchReadiness(async () => !stopped.aborted && (await servesFrom(installation)));
  const portalUrl = config.faces === 'console' ? '' : await listen(portal, config.portal, 'GONGKAI_PORTAL');
  if (isRefusal(portalUrl)) return portalUrl;
  const deskUrl = config.faces === 'portal' ? '' : await listen(desk, config.console, 'GONGKAI_CONSOLE');
  if (isRefusal(deskUrl)) return deskUrl;
  const metricsUrl = config.metrics && (await listen(metrics, config.metrics, 'GONGKAI_METRICS'));
  if (isRefusal(metricsUrl)) return metricsUrl;
  const sweeping = keepSweeping(sweeper, installation.house.now);
  atEnd(async () => sweeping.stop());

  const opened = {
    门户: portalUrl,
    工作台: deskUrl,
    数据: installation.dataFolder,
    附件: config.bucket && installation.filesAt,
    指标: metricsUrl && `${metricsUrl}/metrics`,
  };
  const lines = Object.entries(opened).filter(([, where]) => where);
  io.out(`\n${lines.map(([what, where]) => `  ${what.padEnd(8 - what.length)}${where}`).join('\n')}\n`);
  for (const line of describe({ portal: portalUrl, desk: deskUrl })) io.out(line);
  io.out('按 Ctrl+C 停止。');
  return undefined;
}

/** A portal that can read what is public goes on being asked, though it takes nothing in. */
async function servesFrom({ config, house, reading, dataFolder }: Installation): Promise<boolean> {
  if (!(await hasRoom(dataFolder))) return false;
  const needed = config.faces === 'portal' && reading !== house.db ? [house.db, reading] : [house.db];
  return (await Promise.all(needed.map((db) => answers(db)))).includes(true);
}

/** Answers under way get ten seconds, sweeps thirty; whatever hangs beyond that (a database that is gone) does not keep the machine from stopping. */
const LONGEST_STOP_MS = 60_000;

function beginLife(io: Io): Life {
  const stopping = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  let code = 0;
  const onSignal = () => {
    if (!stopping.signal.aborted) io.out('正在停止……');
    stopping.abort();
  };
  // npm passes on the signal the terminal has sent already: the second one changes nothing.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stopped: stopping.signal,
    ended: new Promise((done) => stopping.signal.addEventListener('abort', () => done(), { once: true })),
    atEnd: (close) => void closers.unshift(close),
    lose(why) {
      io.err(why);
      code = 1;
      stopping.abort();
    },
    async close() {
      const watchdog = setTimeout(() => process.exit(1), LONGEST_STOP_MS);
      for (const close of closers) await close();
      clearTimeout(watchdog);
      for (const signal of signals) process.off(signal, onSignal);
    },
    exitCode: () => code,
  };
}

function refused({ says, basis }: Refusal, io: Io): number {
  io.err(`不能启动（${basis}）：${says}`);
  return 1;
}
