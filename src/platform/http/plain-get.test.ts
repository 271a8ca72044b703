import { describe, expect, it } from 'vitest';
import { readPlainGet } from './plain-get.ts';

const read = (...lines: string[]) => readPlainGet(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
const asked = (...more: string[]) => read('GET /a?b=1 HTTP/1.1', 'Host: x.example', ...more);

describe('a request that is read before the parser', () => {
  it('PRT-121 tells the address and the three fields that choose the answer', () => {
    const get = asked('Accept-Encoding: gzip, br', 'COOKIE:reading=senior.large', 'User-Agent: a: b', 'Accept: */*');
    expect(get).toEqual({
      url: '/a?b=1',
      headers: { 'accept-encoding': 'gzip, br', cookie: 'reading=senior.large' },
    });
    expect(asked('Connection: Keep-Alive', 'If-None-Match: "a-br"')?.headers).toEqual({ 'if-none-match': '"a-br"' });
  });

  it.each([
    ['another method', 'POST /a HTTP/1.1', 'Host: x'],
    ['HEAD', 'HEAD /a HTTP/1.1', 'Host: x'],
    ['an older protocol', 'GET /a HTTP/1.0', 'Host: x'],
    ['a whole address', 'GET http://x/a HTTP/1.1', 'Host: x'],
    ['an address with a space', 'GET /a b HTTP/1.1', 'Host: x'],
    ['an address beyond ASCII', 'GET /\xe6 HTTP/1.1', 'Host: x'],
    ['no host', 'GET /a HTTP/1.1', 'Accept: */*'],
    ['no field', 'GET /a HTTP/1.1'],
    ['two hosts', 'GET /a HTTP/1.1', 'Host: x', 'host: y'],
    ['a host that is none', 'GET /a HTTP/1.1', 'Host: x/y'],
    ['two cookies', 'GET /a HTTP/1.1', 'Host: x', 'Cookie: a=b', 'Cookie: c=d'],
    ['a body', 'GET /a HTTP/1.1', 'Host: x', 'Content-Length: 3'],
    ['a body of unknown length', 'GET /a HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked'],
    ['another protocol', 'GET /a HTTP/1.1', 'Host: x', 'Upgrade: h2c'],
    ['an expectation', 'GET /a HTTP/1.1', 'Host: x', 'Expect: 100-continue'],
    ['the last request', 'GET /a HTTP/1.1', 'Host: x', 'Connection: close'],
    ['a space before the colon', 'GET /a HTTP/1.1', 'Host: x', 'Content-Length : 3'],
    ['a folded field', 'GET /a HTTP/1.1', 'Host: x', 'Accept: a,', ' b'],
    ['a bare line feed', 'GET /a HTTP/1.1', 'Host: x\nContent-Length: 3'],
    ['a bare carriage return', 'GET /a HTTP/1.1', 'Host: x\rContent-Length: 3'],
    ['a null', 'GET /a HTTP/1.1', 'Host: x', 'Accept: \0'],
    ['a second request', 'GET /a HTTP/1.1', 'Host: x', '', 'GET /b HTTP/1.1', 'Host: x'],
    ['too much of it', 'GET /a HTTP/1.1', 'Host: x', `Accept: ${'a'.repeat(8_192)}`],
  ])('PRT-121 leaves to the parser: %s', (_, ...lines) => expect(read(...lines)).toBeUndefined());

  it('PRT-121 leaves to the parser what has not wholly come', () => {
    const whole = Buffer.from('GET /a HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(readPlainGet(whole)).toBeDefined();
    for (let n = 0; n < whole.length; n += 1) expect(readPlainGet(whole.subarray(0, n))).toBeUndefined();
  });
});
