/* Tells those who keep the operator's documents of a review or an end that comes within thirty days, and again when it has passed: once each, at most 500
   a call. */
create or replace function desk.worker_papers_remind() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_on date := core.business_date(core.business_now(), core.setting('timezone'));
  v_told integer;
begin
  perform outbox.mail_permitted('documents.write', 'alert_paper', jsonb_build_object('paper', d.paper_id, 'title', d.title, 'what', d.what, 'due_on', d.due_on, 'passed', d.passed), d.dedupe_key)
    from (select p.* from compliance.papers_due(v_on) p
       where exists (select from identity.staff s where s.active and identity.may(s.role, 'documents.write'))
         and not exists (select from identity.staff s join outbox.mails m on m.dedupe_key = p.dedupe_key || ':' || s.id) order by p.due_on, p.paper_id limit 500) d;
  get diagnostics v_told = row_count;
  return jsonb_build_object('ended', v_told);
end $$;
comment on function desk.worker_papers_remind is 'Tells officers of documents that need a look.';
