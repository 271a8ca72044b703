/** 启动设置: what is allowed but hardly meant. */
import type { Config } from '../../platform/config.ts';
import { isLoopback } from '../../platform/listen-address.ts';
import { good, type Look, mind } from './look.ts';

export function lookAtSettings(config: Config): readonly Look[] {
  if (config.demo) return [mind('运行方式', '演示县，只能在本机打开', '正式使用请设 GONGKAI_DEMO=off。')];
  return [good('运行方式', '正式使用'), addressOf(config), proxyOf(config), metricsOf(config)];
}

function addressOf({ publicUrl }: Config): Look {
  const what = '公开网址';
  if (!publicUrl)
    return mind(what, '没有设 GONGKAI_PUBLIC_URL，文书和消息里的网址是监听地址', '设成公众访问门户的网址，重新启动。');
  if (publicUrl.startsWith('https:')) return good(what, publicUrl);
  return mind(
    what,
    `${publicUrl} 没有加密`,
    '请在反向代理上启用 https（例子见 deploy/nginx.conf），再把网址改成 https。',
  );
}

function proxyOf({ portal, console, publicUrl, trustedProxy }: Config): Look {
  const what = '反向代理';
  const open = [portal, console].filter(({ host }) => !isLoopback(host));
  if (publicUrl?.startsWith('https:') && trustedProxy.length === 0)
    return mind(
      what,
      '没有设 GONGKAI_TRUSTED_PROXY，所有来人看起来是同一个地址，限制次数时会误伤',
      '写上代理自己的地址，如 127.0.0.1，重新启动。',
    );
  if (open.length > 0 && trustedProxy.length === 0)
    return mind(
      what,
      `${open.map(({ host, port }) => `${host}:${port}`).join('、')} 直接对网络开放，没有加密`,
      '请只监听 127.0.0.1，由反向代理提供 https（例子见 deploy/nginx.conf）。',
    );
  return good(what, trustedProxy.length > 0 ? trustedProxy.join('、') : '只有本机能访问');
}

function metricsOf({ metrics }: Config): Look {
  if (!metrics) return good('运行指标', '没有开');
  if (isLoopback(metrics.host)) return good('运行指标', `只有本机能读（${metrics.host}:${metrics.port}）`);
  return mind('运行指标', `${metrics.host}:${metrics.port} 不只本机能读`, '请用防火墙只让监控服务器访问。');
}
