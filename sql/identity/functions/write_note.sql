/* Adds a note about a member (`not_found` of one that is anonymised, `note_required`). Answers its id. */
create or replace function identity.write_note(p_member uuid, p_author bigint, p_body text, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_member bigint;
  v_body text := core.clean_text(p_body, 'body', 4000);
  v_id uuid;
begin
  select id into v_member from identity.members where public_id = p_member and anonymised_at is null;
  if not found then perform core.refuse('not_found'); end if;
  if v_body is null then perform core.refuse('note_required', 'body'); end if;
  insert into identity.notes (member_id, author_id, body, written_at) values (v_member, p_author, v_body, p_at) returning id into v_id;
  return v_id;
end $$;
comment on function identity.write_note is 'Adds a note about a member.';
