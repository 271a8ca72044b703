-- 双公示也按统一社会信用代码查得到 [ENF-18]: the code of a firm or a household, as its page shows it. What looks like an identity number is left out.
update registered_decisions
set public_words = public_words || E'\n' || coalesce(shown ->> 'XK_XDR_SHXYM', shown ->> 'CF_XDR_SHXYM')
where subject_kind <> '自然人'
  and coalesce(shown ->> 'XK_XDR_SHXYM', shown ->> 'CF_XDR_SHXYM') !~ '^\d{17}[\dX]$';

update decision_corrections
set public_words = public_words || E'\n' || coalesce(shown ->> 'XK_XDR_SHXYM', shown ->> 'CF_XDR_SHXYM')
where subject_kind <> '自然人'
  and coalesce(shown ->> 'XK_XDR_SHXYM', shown ->> 'CF_XDR_SHXYM') !~ '^\d{17}[\dX]$';
