-- To whom a letter goes is said once, by its kind (letters/kinds.ts); a column that says it again could only contradict it.
alter table request_letters drop column to_applicant;
