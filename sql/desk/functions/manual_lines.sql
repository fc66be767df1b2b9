/* The lines of a journal that staff write by hand, read from `[{account, debit, credit}]` (amounts as decimal text, one of the two) and judged:
   - two to twelve lines of one currency, debits equal to credits (`journal_unbalanced`);
   - only accounts that such a journal may touch, by its kind (`invalid_input` at account_N): treasuries, contracts, bookings, tax and payouts
     under way move through their own functions, or their laws would not hold;
   - wallets of one member, named in p_member;
   - what is held for members never falls (`client_money_short`): the client accounts may not lose more than is owed less afterwards. Only the
     result of deployed capital may, because a loss is what it records.
   Answers the lines to post. Opens accounts that do not exist yet. */
create or replace function desk.manual_lines(p_kind text, p_currency text, p_member bigint, p_lines jsonb, out lines ledger.line[], out total bigint)
language plpgsql volatile set search_path = '' as $$
declare
  v_line jsonb;
  v_no integer := 0;
  v_account text;
  v_amount bigint;
  v_sum bigint := 0;
  v_client bigint := 0;
  v_allowed text := desk.manual_accounts(p_kind);
begin
  if v_allowed is null then perform core.refuse('invalid_input', 'kind'); end if;
  if core.exponent(p_currency) is null then perform core.refuse('invalid_input', 'currency'); end if;
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) not between 2 and 12 then perform core.refuse('invalid_input', 'account_1'); end if;
  lines := '{}';
  total := 0;
  for v_line in select e from jsonb_array_elements(p_lines) with ordinality x (e, n) order by n loop
    v_no := v_no + 1;
    v_account := v_line ->> 'account';
    if v_account is null or v_account !~ v_allowed then perform core.refuse('invalid_input', 'account_' || v_no); end if;
    if (nullif(v_line ->> 'debit', '') is null) = (nullif(v_line ->> 'credit', '') is null) then perform core.refuse('invalid_amount', 'debit_' || v_no, jsonb_build_object('currency', p_currency, 'decimals', core.exponent(p_currency))); end if;
    v_amount := case when nullif(v_line ->> 'debit', '') is not null then core.parse_amount(v_line ->> 'debit', p_currency, 'debit_' || v_no) else -core.parse_amount(v_line ->> 'credit', p_currency, 'credit_' || v_no) end;
    if v_account ~ '^bank:client:' and not exists (select from ledger.accounts a where a.kind = v_account and a.currency = p_currency and a.member_id is null) then perform core.refuse('invalid_input', 'account_' || v_no); end if;
    if v_account ~ '^[A-Z]' and p_member is null then perform core.refuse('not_found', 'member'); end if;
    lines := lines || (case when v_account ~ '^[A-Z]' then ledger.wallet(p_member, v_account, p_currency) else ledger.operator_account(v_account, p_currency) end, v_amount, null)::ledger.line;
    v_sum := v_sum + v_amount;
    total := total + greatest(v_amount, 0);
    if v_account !~ '^(bank:operator|equity:operator|income:)' then v_client := v_client + v_amount; end if;
  end loop;
  if v_sum <> 0 then perform core.refuse('journal_unbalanced', 'debit_1', jsonb_build_object('difference', core.format_amount(abs(v_sum), p_currency), 'currency', p_currency)); end if;
  if v_client < 0 and p_kind <> 'deployment_result' then perform core.refuse('client_money_short', 'debit_1', jsonb_build_object('missing', core.format_amount(-v_client, p_currency), 'currency', p_currency)); end if;
end $$;
comment on function desk.manual_lines is 'The lines of a journal that staff write by hand.';
