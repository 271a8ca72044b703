/** How a route answers: with what was asked for, or with why not, by the one table of statuses. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { showAsJson } from '../platform/http/face.ts';
import { problemOfIssues, problemOfRefusal } from '../platform/http/problem.ts';
import type { Issue } from '../statute/issue.ts';
import { isRefusal, type Refusal } from '../statute/refusal.ts';

/** Answers are the officer's own: no cache keeps them. */
export function answer<View>(result: View | Refusal, request: FastifyRequest, reply: FastifyReply): unknown {
  reply.header('cache-control', 'no-store');
  return isRefusal(result) ? showAsJson(problemOfRefusal(result), request, reply) : reply.send(result);
}

export function answerIssues(issues: readonly Issue[], request: FastifyRequest, reply: FastifyReply): unknown {
  return showAsJson(problemOfIssues(issues), request, reply.header('cache-control', 'no-store'));
}
