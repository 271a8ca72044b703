-- 登录的地方: from where a session was opened, so that the officer recognises his own; gone with the session.
alter table sessions
  add column browser text not null default '',
  add column address text not null default '';
