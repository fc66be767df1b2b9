-- Up Migration
-- Staff choose the language of their pages and mails, as members do (spec 6.7).

alter table identity.staff add column language text constraint staff_language_is_known check (language in ('en', 'es', 'hi'));
comment on column identity.staff.language is 'Of pages and mails; null until it was chosen: pages are in that of the browser then, and mails in English.';
