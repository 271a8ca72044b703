-- 合格分 stands with each paper: those that were drawn before it could be set were drawn under 80.
update trainings set quiz = quiz || '{"passScore": 80}'::jsonb where quiz is not null and not (quiz ? 'passScore');
