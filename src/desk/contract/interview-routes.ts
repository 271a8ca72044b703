/** 在线访谈的接口地址. */
import type { InterviewActSent, InterviewQuery, NewInterview } from '../interaction/interview-schemas.ts';
import type { InterviewPage, InterviewView } from './interviews.ts';

export interface InterviewRoutes {
  'GET /api/interviews': { query: InterviewQuery; answers: InterviewPage };
  'POST /api/interviews': { sends: NewInterview; answers: InterviewView };
  'GET /api/interviews/:id': { answers: InterviewView };
  'POST /api/interviews/:id/acts': { sends: InterviewActSent; answers: InterviewView };
}
