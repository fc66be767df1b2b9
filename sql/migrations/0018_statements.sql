-- Up Migration
-- A person can be given the mails that were sent to them.
create index mails_by_address on outbox.mails (to_email, created_at desc, id desc);
