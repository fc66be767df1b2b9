/* Takes an operator's document out of use: nobody outside sees it, no reminder comes, its versions stay. Again changes nothing. Refuses `not_found`. */
create or replace function desk.staff_paper_retire(p_token text, p_paper uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'documents.write');
  v_at timestamptz := core.business_now();
begin
  update compliance.papers set retired_at = coalesce(retired_at, v_at) where id = p_paper;
  if not found then perform core.refuse('not_found'); end if;
  perform audit.write(v_at, v_caller, 'paper_retire', 'paper', p_paper::text);
  return jsonb_build_object('state', 'retired');
end $$;
comment on function desk.staff_paper_retire is 'Takes an operator''s document out of use.';
