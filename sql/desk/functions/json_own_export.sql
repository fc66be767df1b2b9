/* A file about a member: what it is of, how far it is, and until when it can be had. */
create or replace function desk.json_own_export(p_export office.exports) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_export).id, 'report', (p_export).report, 'from', (p_export).filters ->> 'from', 'until', (p_export).filters ->> 'until', 'wallet', (p_export).filters ->> 'wallet', 'currency', (p_export).filters ->> 'currency',
    'format', (p_export).format, 'state', desk.export_state(p_export), 'total', (p_export).total, 'done', (p_export).done, 'asked_at', (p_export).asked_at, 'bytes', (p_export).bytes, 'expires_at', (p_export).expires_at)
$$;
comment on function desk.json_own_export is 'A file about a member.';
