/* Opens a request: one per kind and subject at a time (`already_open`). Needed is frozen now. Amount in minor units. Tells those who
   may decide. Answers the request's id. */
create or replace function approval.open(p_kind text, p_subject uuid, p_label text, p_amount bigint, p_currency text, p_maker bigint, p_maker_type text, p_beneficiary bigint, p_payload jsonb, p_needed smallint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid; v_reference text := 'R-' || core.random_code(8);
begin
  insert into approval.requests (reference, kind, subject_id, subject_label, amount, currency, maker_id, maker_type, beneficiary_id, payload, payload_hash, needed, created_at)
  values (v_reference, p_kind, p_subject, p_label, p_amount, p_currency, p_maker, p_maker_type, p_beneficiary, p_payload,
          sha256(convert_to(p_payload::text, 'UTF8')), p_needed, p_at)
  on conflict (kind, subject_id) where state = 'pending' do nothing returning id into v_id;
  if v_id is null then
    perform core.refuse('already_open');
  end if;
  perform outbox.mail_deciders('admin_request', jsonb_strip_nulls(jsonb_build_object('reference', v_reference, 'kind', p_kind, 'request', v_id,
    'amount', core.format_amount(p_amount, p_currency), 'currency', p_currency,
    'member', (select btrim(m.first_name || ' ' || m.last_name) from identity.members m where m.id = p_beneficiary))), 'request:' || v_id);
  return v_id;
end $$;
comment on function approval.open is 'Opens a request.';
