-- 一张表单登记一件申请: the form by itself, whatever was answered in it, so that its proof of work is spent once also after a restart.
alter table request_submissions add column token_digest text;
-- Of forms sent before, only the whole is known: sent again as it was, each still finds its receipt.
update request_submissions set token_digest = form_digest;
alter table request_submissions
  alter column token_digest set not null,
  add constraint request_submissions_token unique (token_digest);
