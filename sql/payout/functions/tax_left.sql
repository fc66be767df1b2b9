/* What of a quarter's tax is still to be paid over under a rule and those that share its regime, form and code: withheld with value dates until a day, less what was paid over. Minor
   units; zero where nothing was withheld. */
create or replace function payout.tax_left(p_quarter_on date, p_rule uuid, p_currency text, p_until date) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce((select s.tax - s.deposited from payout.tax_sums(p_quarter_on, p_until) s join payout.tax_rules r on r.id = p_rule
                    where s.currency = p_currency and s.regime = r.regime and s.form = r.certificate_form and s.code is not distinct from r.payment_code), 0)
$$;
comment on function payout.tax_left is 'What of a quarter''s tax is still to be paid over.';
