/* Whether the time of a finished file is over: a week after it was made, and for a member's as soon as the account is closed. */
create or replace function office.export_over(p_export office.exports, p_at timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select (p_export).state = 'finished' and ((p_export).expires_at <= p_at or exists (select from identity.members m where m.id = (p_export).member_id and m.status in ('closed', 'claimed')))
$$;
comment on function office.export_over is 'Whether the time of a finished file is over.';
