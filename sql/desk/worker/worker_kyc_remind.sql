/* Tells members whose approved check ends within 30 days, and again within 7, to send a new document: once each, at most 500 a call. */
create or replace function desk.worker_kyc_remind() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_on date := core.business_date(core.business_now(), core.setting('timezone'));
  v_told integer;
begin
  perform outbox.mail_member('kyc_ending', d.member_id, jsonb_build_object('reference', d.reference, 'expires_on', d.expires_on), d.dedupe_key)
    from (select e.* from compliance.ending(v_on) e where not exists (select from outbox.mails m where m.dedupe_key = e.dedupe_key) order by e.expires_on, e.member_id limit 500) d;
  get diagnostics v_told = row_count;
  return jsonb_build_object('ended', v_told);
end $$;
comment on function desk.worker_kyc_remind is 'Tells members whose identity check ends soon.';
