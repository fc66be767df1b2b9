/* Kinds of which many are approved at once: what has to be seen of each stands in one line. Everything else is read one by one. */
create or replace function desk.batch_kind(p_kind text) returns boolean
language sql immutable set search_path = '' as $$ select coalesce(p_kind in ('deposit', 'withdrawal', 'payout', 'booking_payment', 'milestone'), false) $$;
comment on function desk.batch_kind is 'Kinds of which many are approved at once.';
