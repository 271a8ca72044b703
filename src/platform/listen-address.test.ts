import { describe, expect, it } from 'vitest';
import { isLoopback, parseListenAddress, urlOf } from './listen-address.ts';

describe('a listen address', () => {
  it.each([
    ['127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
    ['[::1]:0', { host: '::1', port: 0 }],
    ['localhost:65535', { host: 'localhost', port: 65535 }],
  ])('%s is read', (text, address) => {
    expect(parseListenAddress(text)).toEqual(address);
  });

  it.each(['', ':8080', '8080', '127.0.0.1', '::1:8080', '[localhost]:80', 'a b:80', 'h:65536', 'http://h:80'])(
    '“%s” is none',
    (text) => {
      expect(parseListenAddress(text)).toBeUndefined();
    },
  );

  it('is loopback only when no other machine can reach it', () => {
    expect(['127.0.0.1', '127.8.9.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.com'].some(isLoopback)).toBe(false);
  });

  it('becomes a link that opens on this machine', () => {
    expect(urlOf({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
    expect(urlOf({ host: '::1', port: 8080 })).toBe('http://[::1]:8080');
  });
});
