/* Trigger: a note is only added. When the member is anonymised its words are taken out, and nothing else of it. */
create or replace function identity.keep_note() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.body = '' and (new.id, new.member_id, new.author_id, new.written_at) = (old.id, old.member_id, old.author_id, old.written_at) then return new; end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'identity.notes', 'operation', tg_op));
  return null;
end $$;
comment on function identity.keep_note is 'Trigger: a note is only added.';
