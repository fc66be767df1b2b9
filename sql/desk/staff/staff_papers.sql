-- owner: reader
/* The operator's documents: those in use first, what is due soonest on top. */
create or replace function desk.staff_papers(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'documents.read');
  v_on date := core.business_date(core.business_now(), core.setting('timezone'));
begin
  return jsonb_build_object('papers', (select coalesce(jsonb_agg(x.paper order by x.paper ->> 'state' = 'retired', least(x.paper ->> 'review_on', x.paper ->> 'valid_until'), x.paper ->> 'title', x.paper ->> 'id'), '[]')
    from (select desk.json_paper(p, v_on) - 'versions' as paper from compliance.papers p) x));
end $$;
comment on function desk.staff_papers is 'The operator''s documents.';
