/* Writes what the operator's document is: a new one without an id. Refuses `invalid_input`, `not_found` of one that was retired. */
create or replace function compliance.save_paper(p_paper uuid, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_title text := core.clean_text(p_title, 'title', 160);
  v_issuer text := core.clean_text(p_issuer, 'issuer', 160);
  v_id uuid;
begin
  if p_kind is null or p_kind not in ('licence', 'certificate', 'policy', 'report', 'other') then perform core.refuse('invalid_input', 'kind'); end if;
  if v_title is null then perform core.refuse('invalid_input', 'title'); end if;
  if v_issuer is null then perform core.refuse('invalid_input', 'issuer'); end if;
  if p_paper is null then
    insert into compliance.papers (kind, title, issuer, public, review_on, added_at) values (p_kind, v_title, v_issuer, coalesce(p_public, false), p_review_on, p_at) returning id into v_id;
  else
    update compliance.papers set kind = p_kind, title = v_title, issuer = v_issuer, public = coalesce(p_public, false), review_on = p_review_on where id = p_paper and retired_at is null returning id into v_id;
    if not found then perform core.refuse('not_found'); end if;
  end if;
  return v_id;
end $$;
comment on function compliance.save_paper is 'Writes what the operator''s document is.';
