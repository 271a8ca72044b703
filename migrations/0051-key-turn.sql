-- 更换密钥: whoever changes the key file holds this one row meanwhile, so that two rotations at once do not write over each other.
create table key_turn (
  "only" boolean primary key default true check ("only")
);
insert into key_turn default values;
