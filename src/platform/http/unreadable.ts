/** 读不成请求的字节 [SEC-50]: what Node's parser of HTTP refuses never becomes a request; who sent it is told in words all the same, and the line is closed. */
import type { Socket } from 'node:net';
import { problemOfStatus } from './problem.ts';

const STATUSES: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  // The other side has gone, or an answer is already on its way.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const status = STATUSES[error.code ?? ''] ?? 400;
  const says = Buffer.from(`${problemOfStatus(status).says}\n`);
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    'content-type: text/plain; charset=utf-8',
    'x-content-type-options: nosniff',
    `content-length: ${says.length}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), says]));
}
