/* Trigger: a file that a member waits for is made, or cannot be. */
create or replace function desk.tell_own_export() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  perform messaging.notify(new.member_id, 'system', case new.state when 'finished' then 'export_ready' else 'export_failed' end, jsonb_build_object('export', new.id, 'report', new.report), new.ended_at);
  return null;
end $$;
comment on function desk.tell_own_export is 'Trigger: a file that a member waits for is made, or cannot be.';
