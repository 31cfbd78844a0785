/** The first schema. Instants are text, in UTC; see `Entry`, `Claim` and the others for what the columns mean. */
export const heart = [
  `create table if not exists journal (
    ref text primary key,
    action text not null,
    "of" text,
    state text not null,
    code text,
    key_hash text,
    body_hash text not null,
    mark text not null,
    event text not null,
    event_type_id integer not null,
    title text not null,
    "start" text not null,
    "end" text not null,
    wish text,
    email text,
    phone text,
    address text,
    consent_version text,
    consent_at text,
    page text,
    uid text,
    ics_uid text,
    standing text,
    attempts integer not null default 0,
    looks integer not null default 0,
    sent_at text,
    due_at text,
    version integer not null default 0,
    created_at text not null,
    updated_at text not null,
    erased_at text
  )`,
  'create unique index if not exists journal_key_hash on journal (key_hash)',
  'create index if not exists journal_due_at on journal (due_at)',
  'create index if not exists journal_uid on journal (uid)',
  'create index if not exists journal_of on journal ("of")',
  'create index if not exists journal_email on journal (email)',
  'create index if not exists journal_phone on journal (phone)',
  'create index if not exists journal_created_at on journal (created_at)',
  'create index if not exists journal_address on journal (address, created_at)',

  `create table if not exists claims (
    id text primary key,
    kind text not null,
    host text not null,
    "from" text not null,
    "to" text not null,
    until text not null,
    settled_at text,
    address text
  )`,
  'create index if not exists claims_host on claims (host, until)',

  `create table if not exists cache (
    "key" text primary key,
    "value" text not null,
    as_of text not null,
    asking_until text
  )`,

  'create table if not exists budget (slot integer primary key, taken_at text not null)',
  `with recursive slots (slot) as (select 0 union all select slot + 1 from slots where slot < 99)
   insert into budget (slot, taken_at) select slot, '1970-01-01T00:00:00.000Z' from slots where true
   on conflict (slot) do nothing`,

  `create table if not exists inbox (
    digest text primary key,
    "trigger" text not null,
    uid text,
    former_uid text,
    received_at text not null,
    due_at text
  )`,
  'create index if not exists inbox_due_at on inbox (due_at)',

  `create table if not exists messages (
    id text primary key,
    kind text not null,
    ref text not null,
    channel text not null,
    attempts integer not null default 0,
    created_at text not null,
    due_at text,
    sent_at text
  )`,
  'create index if not exists messages_due_at on messages (due_at)',

  `create table if not exists consents (
    version text primary key,
    "text" text not null,
    url text,
    since text not null
  )`,

  'create table if not exists marks (name text primary key, "value" text not null)',
]
