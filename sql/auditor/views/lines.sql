create or replace view auditor.lines as
select l.journal_id,
       l.line_no,
       l.account_id,
       a.kind as account_kind,
       a.member_id as member,
       a.currency,
       l.amount,
       l.value_on,
       l.source_id as source
  from ledger.lines l join ledger.accounts a on a.id = l.account_id;
comment on view auditor.lines is 'Lines of journals. Minor units; debit above zero, credit below.';
comment on column auditor.lines.journal_id is 'Number of the journal.';
comment on column auditor.lines.line_no is 'Number of the line in its journal, from 1.';
comment on column auditor.lines.account_id is 'Number of the account.';
comment on column auditor.lines.account_kind is 'What the account is called.';
comment on column auditor.lines.member is 'Number of the member whose wallet it is.';
comment on column auditor.lines.currency is 'Currency of the amount.';
comment on column auditor.lines.amount is 'Minor units; debit above zero, credit below.';
comment on column auditor.lines.value_on is 'The day for which it counts, that of its journal.';
comment on column auditor.lines.source is 'What exactly it is for, where that has a number: an item of a treasury, an investment.';
