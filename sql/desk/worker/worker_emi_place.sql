/* EMI money of a member's pairs goes on into the oldest open booking, and what follows from that member's payments is brought up to date.
   Again and at once changes nothing. */
create or replace function desk.worker_emi_place(p_member bigint) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_placed integer := network.place_emi(p_member, desk.network_date(v_at), v_at);
begin
  perform desk.follow_payments(p_member, v_at);
  return jsonb_build_object('placed', v_placed);
end $$;
comment on function desk.worker_emi_place is 'EMI money of a member''s pairs goes on.';
