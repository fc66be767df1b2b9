/* Refuses `invalid_input` at `file` for what are no lines of a bank's answer: at most 10,000 objects, each with the number of its line. */
create or replace function desk.answer_lines(p_lines jsonb) returns void
language plpgsql stable set search_path = '' as $$
begin
  if p_lines is null or jsonb_typeof(p_lines) <> 'array' or jsonb_array_length(p_lines) not between 1 and 10000
     or exists (select from jsonb_array_elements(p_lines) l where jsonb_typeof(l) <> 'object' or coalesce(l ->> 'line', '') !~ '^[0-9]{1,9}$') then
    perform core.refuse('invalid_input', 'file');
  end if;
end $$;
comment on function desk.answer_lines is 'Refuses what are no lines of a bank''s answer.';
