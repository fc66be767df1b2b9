/* Whose mails these are: the name and the address for answers that every mail carries. */
create or replace function desk.worker_site() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('company', core.setting('company'), 'support_email', core.setting('support_email'))
$$;
comment on function desk.worker_site is 'Whose mails these are.';
