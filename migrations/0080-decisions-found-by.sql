-- 公众按什么找到双公示: what the public sees, so that nobody is found by a name that is covered. Of what was registered before, a person or a household is found
-- by its number where that shares no letter with the name and holds no long figure; sent again, it is worked out anew.
alter table registered_decisions add column public_words text not null default '';
update registered_decisions
set public_words =
  case when subject_kind = '法人及非法人组织' and subject !~ '[0-9０-９]{11}' then subject else '' end
  || E'\n'
  || case
    when (subject_kind = '法人及非法人组织' or translate(number, subject, '') = number)
      and length(regexp_replace(number, '[^0-9０-９]', '', 'g')) < 18 then number
    else ''
  end;
alter table registered_decisions alter column public_words drop default;
