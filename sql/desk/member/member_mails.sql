-- owner: reader
/* Mails to the caller's address, newest first, keyset by (time, id): which, when and what became of them. A code is never told again. */
create or replace function desk.member_mails(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_email text := (desk.own_member(v_caller)).email;
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows outbox.mails[];
begin
  perform identity.in_person(v_caller);
  select array_agg(x order by x.created_at desc, x.id desc) into v_rows from (
    select m.* from outbox.mails m where m.to_email = v_email and (p_cursor is null or (m.created_at, m.id) < (v_cursor.at, v_cursor.id)) order by m.created_at desc, m.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'template', m.template, 'to', m.to_email, 'language', m.language, 'state', m.state, 'created_at', m.created_at, 'sent_at', m.sent_at,
        'facts', m.props - 'sealed_code') order by m.created_at desc, m.id desc) from unnest(v_rows[1:v_limit]) m), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).created_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.member_mails is 'Mails to the caller''s address, newest first.';
