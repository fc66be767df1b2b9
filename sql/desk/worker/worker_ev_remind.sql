/* Tells members of instalments that fall due within three days, and of those that are late: once each, at most 500 a call. The day is that of
   the network. */
create or replace function desk.worker_ev_remind() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_on date := desk.network_date(core.business_now());
  v_told integer;
begin
  perform outbox.mail_member(d.template, d.member_id, jsonb_build_object('booking', d.booking_id, 'reference', d.reference, 'vehicle', d.vehicle, 'no', d.no, 'due_on', d.due_on,
      'amount', core.format_amount(d.missing, d.currency), 'currency', d.currency), d.dedupe_key)
    from (select r.* from ev.reminders(v_on) r where not exists (select from outbox.mails m where m.dedupe_key = r.dedupe_key) order by r.due_on, r.booking_id, r.no limit 500) d;
  get diagnostics v_told = row_count;
  return jsonb_build_object('told', v_told);
end $$;
comment on function desk.worker_ev_remind is 'Tells members of instalments that fall due or are late.';
