-- owner: reader
/* Methods to pay in (active ones) or out (types that can be a destination). */
create or replace function desk.member_methods(p_token text, p_for text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return jsonb_build_object('methods', coalesce((select jsonb_agg(desk.json_method(m) order by m.currency <> core.setting('currency'), m.type <> 'BANK', m.name) from funding.methods m where m.active), '[]'));
end $$;
comment on function desk.member_methods is 'Methods to pay in (active ones) or out (types that can be a destination).';
