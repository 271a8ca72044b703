/** 几个进程: portals and desks of one installation, each a process that can be killed and started again at its address. */
import { type Launched, launch } from '../../test/support/running-server.ts';

export interface Node {
  readonly name: string;
  readonly url: string;
  output(): string;
  /** `kill -9`, and started again as it was. @returns milliseconds until it answers */
  killAndStart(): Promise<number>;
  stop(): Promise<void>;
}

type Env = Readonly<Record<string, string>> & { readonly GONGKAI_DATA: string };

export async function startNode(name: string, faces: 'portal' | 'console', port: number, shared: Env): Promise<Node> {
  const address = `127.0.0.1:${port}`;
  const env = { ...shared, GONGKAI_FACES: faces, [faces === 'portal' ? 'GONGKAI_PORTAL' : 'GONGKAI_CONSOLE']: address };
  let life: Launched;
  const start = async () => {
    life = launch(['start'], env);
    await life.says('按 Ctrl\\+C 停止');
  };
  await start();
  return {
    name,
    url: `http://${address}`,
    output: () => life.output(),
    async killAndStart() {
      life.child.kill('SIGKILL');
      await life.ended;
      const since = performance.now();
      await start();
      return performance.now() - since;
    },
    async stop() {
      life.child.kill('SIGTERM');
      await life.ended;
    },
  };
}
