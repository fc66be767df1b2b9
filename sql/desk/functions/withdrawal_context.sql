/* What a withdrawal's code is bound to: withdrawal|wallet|currency|amount|destination. */
create or replace function desk.withdrawal_context(p_wallet text, p_currency text, p_amount bigint, p_destination uuid) returns text
language sql stable set search_path = '' as $$ select concat_ws('|', 'withdrawal', p_wallet, p_currency, core.format_amount(p_amount, p_currency), p_destination) $$;
comment on function desk.withdrawal_context is 'What a withdrawal''s code is bound to.';
