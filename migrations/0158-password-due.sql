-- 别人设的密码 [SEC-53]: whoever got his password from somebody else puts one of his own in its place when he signs in first. Passwords from before
-- this change are taken for one's own.
alter table officers add column password_due boolean not null default false;
