-- What every database of Coffer starts with. Re-applied when it changes; never overwrites an operator's setting.

insert into core.currencies (code, exponent, name) values
  ('USD', 2, 'US dollar'), ('EUR', 2, 'Euro'), ('INR', 2, 'Indian rupee'), ('GBP', 2, 'Pound sterling'),
  ('USDT', 6, 'Tether'), ('BTC', 8, 'Bitcoin'), ('ETH', 8, 'Ether'), ('LTC', 8, 'Litecoin'), ('DOGE', 8, 'Dogecoin'), ('JPY', 0, 'Yen')
on conflict (code) do nothing;

insert into core.settings (key, value, kind, touches_money, description) values
  ('company', 'Coffer', 'text', false, 'Name on pages and mails'),
  ('support_email', 'support@demo.coffer.test', 'text', false, 'Where people write for help'),
  ('currency', 'USD', 'currency', true, 'Default currency of members'),
  ('timezone', 'UTC', 'timezone', true, 'Operator time zone: value dates outside a plan'),
  ('financial_year_month', '1', 'integer', false, 'Month in which the financial year of statements begins, 1 to 12; 4 in India'),
  ('sign_on_bonus', '10.00', 'decimal', true, 'Paid to INTEREST from the promotion treasury at sign-up, default currency; 0 for none'),
  ('investment_referral_percent', '3.00', 'decimal', true, 'Referral rate offered for new plans, percent'),
  ('require_kyc', 'false', 'boolean', true, 'Investing and withdrawing need approved KYC'),
  ('bonus_held_until_kyc', 'false', 'boolean', true, 'The sign-on bonus is held until KYC is approved'),
  ('rail_percent', '60', 'decimal', true, 'Annualised plan rate above which two approvers and full pre-funding are needed, percent; 0 for none'),
  ('two_person_above', '5000', 'decimal', true, 'Requests of at least this amount need two people, units of their currency; 0 for never'),
  ('destination_cooling_hours', '24', 'integer', true, 'Hours before a new destination can be used'),
  ('withdrawal_fee', '0', 'decimal', true, 'Fee on top of each withdrawal, units of its currency'),
  ('withdrawal_minimum', '0', 'decimal', true, 'Smallest withdrawal, units of its currency; 0 for none'),
  ('withdrawal_most', '0', 'decimal', true, 'Largest single withdrawal, units of its currency; 0 for none'),
  ('withdrawal_most_per_day', '0', 'decimal', true, 'Most in 24 hours, units of the currency; 0 for none'),
  ('withdrawal_most_first', '0', 'decimal', true, 'Largest first withdrawal, units of its currency; 0 for none'),
  ('outflow_most_per_day', '0', 'decimal', true, 'Most that is approved to leave in 24 hours, all members together, units of the currency; 0 for none'),
  ('retention_days', '2920', 'integer', false, 'Days after closing an account before personal data is taken out'),
  ('terms_version', '2026-11', 'text', false, 'Version of the terms a new member accepts'),
  ('otp_per_minute', '5', 'integer', false, 'Login codes asked for or tried per minute, per address and per email'),
  ('posts_per_minute', '100', 'integer', false, 'Forms sent per minute, per address and per session'),
  ('mail_retry_seconds', '60', 'integer', false, 'Wait before a failed mail is tried again')
on conflict (key) do nothing;

insert into identity.role_permissions (role, permission)
select r.role, p.permission from (values
  ('support', '{requests.read,members.read,plans.read,milestones.read,methods.read,withdrawals.read,treasury.read}'),
  ('operations', '{kyc.read,kyc.review,requests.read,members.read,plans.read,milestones.read,plans.write,milestones.write,methods.read,methods.write,withdrawals.read,withdrawals.send,treasury.read,treasury.write,journals.read,findings.read,reconciliation.read,reconciliation.write}'),
  ('finance', '{kyc.read,kyc.reveal,requests.read,requests.decide,members.read,plans.read,milestones.read,methods.read,withdrawals.read,withdrawals.send,treasury.read,journals.read,findings.read,reconciliation.read}'),
  ('auditor', '{kyc.read,requests.read,members.read,plans.read,milestones.read,methods.read,withdrawals.read,treasury.read,journals.read,findings.read,reconciliation.read}'),
  ('admin', '{kyc.read,requests.read,members.read,plans.read,milestones.read,plans.write,milestones.write,methods.read,methods.write,withdrawals.read,treasury.read,journals.read,findings.read,findings.clear,settings.write,roles.write,reconciliation.read}')
) r (role, granted), unnest(r.granted::text[]) p (permission)
on conflict do nothing;

insert into core.problem_codes (code, sqlstate, status, meaning, action) values
  ('signed_out', 'CF001', 401, 'No session, or it is foreign, expired, idle too long or revoked.', 'Sign in again.'),
  ('step_up_required', 'CF002', 403, 'The session has not proven enough for this.', 'Complete the second step, then repeat.'),
  ('not_permitted', 'CF003', 403, 'This person or role may not do this.', 'Ask somebody who may.'),
  ('suspended', 'CF004', 403, 'The account is suspended; it can be read, nothing can be changed.', 'Contact support.'),
  ('not_found', 'CF005', 404, 'There is no such thing, or it belongs to somebody else.', 'Check the address or reference.'),
  ('invalid_input', 'CF006', 422, 'A field is missing or not in the form asked for.', 'Correct the field.'),
  ('invalid_amount', 'CF007', 422, 'Not a plain positive amount in the currency''s decimals.', 'Enter digits, with a point before the decimals.'),
  ('insufficient_available', 'CF008', 422, 'Balance less holds is smaller than the amount.', 'Enter a smaller amount or wait for open requests.'),
  ('below_minimum', 'CF009', 422, 'Smaller than the smallest amount allowed.', 'Enter at least the minimum.'),
  ('above_maximum', 'CF010', 422, 'Larger than the largest amount allowed.', 'Enter at most the maximum.'),
  ('not_active', 'CF011', 409, 'The plan, method or person is not active.', 'Choose another.'),
  ('already_decided', 'CF012', 409, 'The request has been decided, or this already ended.', 'Look at its present state.'),
  ('key_reuse', 'CF013', 409, 'The request key was used before with another body.', 'Start the form anew.'),
  ('self_referral', 'CF014', 422, 'People cannot refer themselves.', 'Use somebody else''s code or none.'),
  ('unknown_referral', 'CF015', 422, 'No member has this referral code.', 'Correct it or continue without one.'),
  ('same_person', 'CF016', 403, 'The maker, the beneficiary or a person who has decided cannot decide.', 'Ask a different person.'),
  ('treasury_short', 'CF017', 409, 'The treasury''s free money does not cover this.', 'Fund the treasury first.'),
  ('method_short', 'CF018', 409, 'The method does not hold enough cash.', 'Move money between methods first.'),
  ('insufficient_funds', 'CF019', 409, 'An operator account does not hold enough.', 'Check the account.'),
  ('mobile_taken', 'CF020', 409, 'Another member has this mobile number.', 'Use another number.'),
  ('email_taken', 'CF021', 409, 'Another person has this email.', 'Sign in with it instead.'),
  ('username_taken', 'CF022', 409, 'Another member has this username.', 'Choose another.'),
  ('reference_taken', 'CF023', 409, 'This transaction reference was used before.', 'Check the reference.'),
  ('payload_changed', 'CF024', 409, 'What was read is not what would be executed.', 'Reload and read again.'),
  ('version_changed', 'CF025', 409, 'The plan''s terms changed since the quote.', 'Read the new quote.'),
  ('risk_not_accepted', 'CF026', 422, 'The risk text has to be accepted.', 'Tick the box.'),
  ('terms_changed', 'CF027', 409, 'The terms changed while the form was open.', 'Read and accept the new terms.'),
  ('under_age', 'CF028', 422, 'Members must be over 18.', 'Confirm the age.'),
  ('destination_cooling', 'CF029', 409, 'The destination was added too recently.', 'Wait until it can be used.'),
  ('limit_reached', 'CF030', 422, 'Above a limit for one request, a day or the first withdrawal.', 'Enter a smaller amount.'),
  ('kyc_required', 'CF031', 403, 'The operator asks for approved KYC first.', 'Complete KYC.'),
  ('rate_limited', 'CF032', 429, 'Too many attempts.', 'Wait, then try again.'),
  ('note_required', 'CF033', 422, 'A rejection needs a reason.', 'Write a reason the member can understand.'),
  ('already_open', 'CF034', 409, 'A request for the same thing is waiting already.', 'Wait for its decision.'),
  ('currency_mismatch', 'CF035', 422, 'The two sides are in different currencies.', 'Choose the same currency.'),
  ('file_invalid', 'CF036', 422, 'Not a PDF, PNG or JPEG of at most 10 MB.', 'Attach another file.'),
  ('payouts_paused', 'CF037', 503, 'A fault was found in the books: nothing is paid out until a person has looked into it.', 'Clear the finding, then repeat.'),
  ('exceeds_outstanding', 'CF038', 422, 'More than what is outstanding.', 'Enter at most what is outstanding.'),
  ('slot_taken', 'CF039', 409, 'Somebody else has this place.', 'Choose another place.'),
  ('already_matched', 'CF050', 409, 'The bank line or the entry of the books is matched already.', 'Reload and look at what is open.'),
  ('amount_differs', 'CF051', 409, 'A bank line and an entry of the books differ in amount.', 'Choose an entry of the same amount, or explain the line.'),
  ('not_reconciled', 'CF052', 409, 'The day''s sheet leaves a difference or an item without explanation, or no statement reaches that day.', 'Match or explain what is open, import what is missing.'),
  ('outflow_stopped', 'CF071', 409, 'More would leave in 24 hours, all members together, than the operator allows.', 'Wait until the day is over, or have the limit changed.'),
  ('not_reached', 'CF070', 422, 'Fewer active referrals than the milestone needs.', 'Claim it when enough of those you brought are active.'),
  ('kyc_locked', 'CF060', 409, 'Name and documents stand as they are while they are checked, and once they are approved.', 'Wait for the decision, or ask support to correct it.'),
  ('kyc_incomplete', 'CF061', 409, 'The identity check lacks the address, a document or its review, or a document has ended.', 'Add what is missing, then repeat.'),
  ('document_expired', 'CF062', 422, 'The document''s last day is over.', 'Add one that is valid.'),
  ('document_taken', 'CF063', 409, 'Another member has a document with this number.', 'Check the number, or contact support.'),
  ('guardian_required', 'CF064', 422, 'A nominee under 18 needs a guardian.', 'Name the guardian.'),
  ('account_not_empty', 'CF066', 409, 'An account is closed only with empty wallets and nothing open.', 'Clear what is in the way.'),
  ('shares_not_whole', 'CF065', 422, 'The shares of the nominees do not add up to exactly 100 percent.', 'Correct the shares.'),
  ('unbalanced', 'CF090', 500, 'A journal that does not balance was refused.', 'Report it: this is a defect.'),
  ('immutable', 'CF091', 500, 'History cannot be changed.', 'Post a reversal instead.')
on conflict (code) do update set sqlstate = excluded.sqlstate, status = excluded.status, meaning = excluded.meaning, action = excluded.action;
