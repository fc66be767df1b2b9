-- owner: reader
/* One of the operator's documents with every version. */
create or replace function desk.staff_paper(p_token text, p_paper uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'documents.read');
begin
  return coalesce((select jsonb_build_object('paper', desk.json_paper(p, core.business_date(core.business_now(), core.setting('timezone')))) from compliance.papers p where p.id = p_paper), desk.nothing_found());
end $$;
comment on function desk.staff_paper is 'One of the operator''s documents.';
