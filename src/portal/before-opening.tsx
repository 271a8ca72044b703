/**
 * 开通以前: an installation nobody has set up yet has no agency and so no portal. One page says so at every address, until there
 * is a county; from then on every request is handed to its portal, without a restart.
 */
import { buildFace } from '../platform/http/face.ts';
import type { BuiltPortal } from './build-portal.ts';
import type { PortalDeps } from './portal.ts';
import { sendOwn } from './send-page.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';

interface BeforeOpening extends Pick<PortalDeps, 'config' | 'log'> {
  /** Builds the portal; undefined as long as there is no county. */
  readonly open: () => Promise<BuiltPortal | undefined>;
}

export function buildBeforeOpening({ config, log, open }: BeforeOpening): BuiltPortal {
  let portal: BuiltPortal | undefined;
  const app = buildFace({ name: 'portal', config, log, show: (_, __, reply) => sendOwn(reply, NotOpenYet(), 503) });
  app.addHook('onRequest', async (request, reply) => {
    if (!portal) {
      portal = await open();
      await portal?.app.ready();
    }
    if (!portal) return;
    reply.hijack();
    portal.app.server.emit('request', request.raw, reply.raw);
  });
  app.addHook('onClose', async () => portal?.app.close());
  app.get(stylesheetPath, (_, reply) => reply.type('text/css; charset=utf-8').send(stylesheet));
  app.get('/', (_, reply) => sendOwn(reply, NotOpenYet()));
  return {
    app,
    hear: async (news) => portal?.hear(news),
  };
}

function NotOpenYet(): string {
  const html = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>政府信息公开平台正在建设</title>
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <main id="main" class="wide">
          <div class="page-head">
            <h1>政府信息公开平台正在建设</h1>
            <p class="lead">本站还没有开通。要查找政府信息或者提出申请的，请先到政府信息公开办事窗口办理。</p>
          </div>
          <p>
            您是本站管理员的：启动程序的窗口里显示了一次性的设置链接。用浏览器打开它，建立本机关和第一位安全管理员。
          </p>
          <p>设置好以后刷新本页。链接找不到了，重新启动程序会显示新的。</p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${html}`;
}
