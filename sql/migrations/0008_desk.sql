-- Up Migration
create schema desk;
comment on schema desk is 'The counter: the only functions the web and the worker may call (docs/desk.md).';
