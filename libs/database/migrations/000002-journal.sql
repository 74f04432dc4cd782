-- The journal: nothing changes except through it. One chain an agreement, one chain `house`, one gapless log over all.

create schema journal;
comment on schema journal is 'Every act, in order, with its proof';
grant usage on schema journal to api, worker, auditor;

create table journal.chain_head (
  chain text collate "C" primary key check (chain = 'house' or chain ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  seq bigint not null default 0 check (seq >= 0),
  hash bytea not null default decode(repeat('00', 32), 'hex') check (length(hash) = 32)
) with (fillfactor = 50);
comment on table journal.chain_head is 'Where each chain stands; locked while an act is linked. Genesis is 32 zero bytes';

create table journal.log_head (
  only_row boolean primary key default true check (only_row),
  size bigint not null default 0 check (size >= 0)
) with (fillfactor = 50);
comment on table journal.log_head is 'How many acts there are. A row and not a sequence: no gaps, and the order of numbers is the order of commits';
insert into journal.log_head default values;

create table journal.act (
  leaf_index bigint primary key check (leaf_index >= 0),
  chain text collate "C" not null references journal.chain_head,
  seq bigint not null check (seq >= 1),
  act text not null check (act ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  actor text not null check (actor <> ''),
  agency text not null check (agency in ('kemensos', 'bpjs-tk', 'house')),
  role text,
  origin text not null check (origin in ('person', 'system', 'witness')),
  basis text not null check (basis <> ''),
  business_date date not null,
  recorded_at timestamptz not null,
  workflow text,
  subject text,
  key text not null check (length(key) between 1 and 300),
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  bytes bytea not null,
  previous bytea not null check (length(previous) = 32),
  hash bytea not null constraint act_hash_of_bytes check (hash = sha256(previous || bytes)),
  constraint act_seq_once unique (chain, seq),
  constraint act_key_once unique (chain, origin, key),
  -- A person acts in a role; the system has none, and of a refused attempt none may be known.
  constraint act_of_a_person_has_a_role check (origin <> 'person' or role is not null),
  constraint act_of_the_system_has_no_role check (origin <> 'system' or role is null)
);
comment on table journal.act is 'Append-only. `bytes` is RFC 8785 of the act; every other column is read out of it, for queries';
comment on column journal.act.leaf_index is 'Place in the global log, from 0, gapless';
comment on column journal.act.origin is 'Who may have asked for it: a person, the system itself, or the witness of what was refused, revealed or retried. Keys are unique within one origin';
comment on column journal.act.subject is 'What the act changes, e.g. a claim; null where nothing with a status of its own is changed';
comment on column journal.act.hash is 'SHA-256(previous || bytes)';
comment on column journal.act.recorded_at is 'Real time; business_date is the day on which the act counts';
create index act_of_workflow on journal.act (workflow, seq) where workflow is not null;
create index act_of_subject on journal.act (subject, seq) where subject is not null;

create table journal.answer (
  chain text collate "C" not null,
  origin text not null check (origin in ('person', 'system')),
  key text not null,
  input_hash bytea not null check (length(input_hash) = 32),
  result jsonb not null,
  primary key (chain, origin, key),
  foreign key (chain, origin, key) references journal.act (chain, origin, key)
);
comment on table journal.answer is 'What a repeated key is answered: the stored result for the same input, KEY_REUSED for another';

create trigger act_is_append_only before update or delete on journal.act
  for each row execute function house.refuse_change();
create trigger act_is_not_emptied before truncate on journal.act
  for each statement execute function house.refuse_change();
create trigger answer_is_append_only before update or delete on journal.answer
  for each row execute function house.refuse_change();
create trigger answer_is_not_emptied before truncate on journal.answer
  for each statement execute function house.refuse_change();
create trigger chain_head_is_kept before delete on journal.chain_head
  for each row execute function house.refuse_change();
create trigger chain_head_is_not_emptied before truncate on journal.chain_head
  for each statement execute function house.refuse_change();
create trigger log_head_is_kept before delete on journal.log_head
  for each row execute function house.refuse_change();
create trigger log_head_is_not_emptied before truncate on journal.log_head
  for each statement execute function house.refuse_change();

create view journal.acts as
  select leaf_index, chain, seq, act, actor, agency, role, origin, basis, business_date, recorded_at, workflow, subject, key,
         payload, hash
    from journal.act;
comment on view journal.acts is 'The acts as people read them';

create view journal.answers as
  select chain, origin, key, encode(input_hash, 'hex') as input_hash, result from journal.answer;
comment on view journal.answers is 'What was answered under a key: the API looks here before it sends an act again';

grant select on journal.acts to api, worker, auditor;
grant select on journal.answers to api;
grant select on journal.act, journal.chain_head, journal.log_head to auditor;

create function journal.take_key(chain text, origin text, key text) returns table (input_hash bytea, result jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  -- Two rivals with one key: the second waits here until the first has committed, and then finds its answer.
  perform pg_advisory_xact_lock(hashtextextended(take_key.chain || chr(31) || take_key.origin || chr(31) || take_key.key, 0));
  return query
    select answer.input_hash, answer.result
      from journal.answer
     where answer.chain = take_key.chain and answer.origin = take_key.origin and answer.key = take_key.key;
end
$$;
comment on function journal.take_key(text, text, text) is 'Takes the key until the transaction ends and gives the stored answer, if there is one';

-- The bytes arrive in two pieces, because only here, under the locks, are their recordedAt and seq known:
-- opening … "recordedAt":"<here>","seq":<here> … closing. One round trip, and the locks are held for it and the commit alone.
-- Lock order: the chain's head, then the log's head last. Nothing is locked after it.
create function journal.link_act(chain text, opening text, closing text) returns journal.act
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  head journal.chain_head;
  linked journal.act;
  recorded text;
  written text;
  doc jsonb;
begin
  select * into head from journal.chain_head where chain_head.chain = link_act.chain for update;
  if not found then
    insert into journal.chain_head (chain) values (link_act.chain) on conflict do nothing;
    select * into strict head from journal.chain_head where chain_head.chain = link_act.chain for update;
  end if;

  recorded := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  written := opening || '"recordedAt":"' || recorded || '","seq":' || (head.seq + 1)::text || closing;
  doc := written::jsonb;
  if (select count(*) from json_object_keys(written::json)) <> 15
     or (doc - '{act,actor,actorRole,agency,basis,businessDate,chain,key,origin,payload,recordedAt,seq,subject,v,workflow}'::text[]) <> '{}'::jsonb
     or doc -> 'v' is distinct from '1'::jsonb
     or doc -> 'seq' is distinct from to_jsonb(head.seq + 1)
     or doc ->> 'chain' is distinct from link_act.chain
     or doc ->> 'recordedAt' is distinct from recorded
     or exists (select from unnest('{actorRole,subject,workflow}'::text[]) as field
                 where jsonb_typeof(doc -> field) not in ('string', 'null'))
     or exists (select from unnest('{act,actor,agency,basis,businessDate,key,origin}'::text[]) as field
                 where jsonb_typeof(doc -> field) is distinct from 'string')
     or doc ->> 'businessDate' is distinct from to_char((doc ->> 'businessDate')::date, 'YYYY-MM-DD')
  then
    raise exception 'The bytes are not those of the next act of chain %', link_act.chain using errcode = 'check_violation';
  end if;

  linked.chain := link_act.chain;
  linked.seq := head.seq + 1;
  linked.act := doc ->> 'act';
  linked.actor := doc ->> 'actor';
  linked.agency := doc ->> 'agency';
  linked.role := doc ->> 'actorRole';
  linked.origin := doc ->> 'origin';
  linked.basis := doc ->> 'basis';
  linked.business_date := (doc ->> 'businessDate')::date;
  linked.recorded_at := recorded::timestamptz;
  linked.workflow := doc ->> 'workflow';
  linked.subject := doc ->> 'subject';
  linked.key := doc ->> 'key';
  linked.payload := doc -> 'payload';
  linked.bytes := convert_to(written, 'UTF8');
  linked.previous := head.hash;
  linked.hash := sha256(head.hash || linked.bytes);

  update journal.chain_head set seq = linked.seq, hash = linked.hash where chain_head.chain = link_act.chain;
  update journal.log_head set size = size + 1 returning size - 1 into strict linked.leaf_index;
  insert into journal.act select linked.*;
  return linked;
end
$$;
comment on function journal.link_act(text, text, text) is 'Links the next act of a chain; for the functions that record alone';

create function journal.append(
  chain text, opening text, closing text, input_hash bytea, result jsonb,
  out leaf_index bigint, out seq bigint, out recorded_at text, out previous bytea, out hash bytea
) returns record
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  linked journal.act := journal.link_act(append.chain, append.opening, append.closing);
begin
  insert into journal.answer (chain, origin, key, input_hash, result)
  values (linked.chain, linked.origin, linked.key, append.input_hash, append.result);
  leaf_index := linked.leaf_index;
  seq := linked.seq;
  recorded_at := to_char(linked.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  previous := linked.previous;
  hash := linked.hash;
end
$$;
comment on function journal.append(text, text, text, bytea, jsonb) is 'The worker''s one way to write an act';

create function journal.witness(
  chain text, opening text, closing text,
  out leaf_index bigint, out seq bigint, out recorded_at text, out previous bytea, out hash bytea
) returns record
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  linked journal.act := journal.link_act(witness.chain, witness.opening, witness.closing);
begin
  if linked.origin <> 'witness' or linked.act not in ('act-refused', 'personal-data-revealed', 'work-retried') then
    raise exception 'The API witnesses refusals, reveals and retries only, not %', linked.act using errcode = 'insufficient_privilege';
  end if;
  leaf_index := linked.leaf_index;
  seq := linked.seq;
  recorded_at := to_char(linked.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  previous := linked.previous;
  hash := linked.hash;
end
$$;
comment on function journal.witness(text, text, text) is 'The API''s only write: a refused act, a reveal of personal data, or an operator''s retry';

grant execute on function journal.take_key(text, text, text) to worker;
grant execute on function journal.append(text, text, text, bytea, jsonb) to worker;
grant execute on function journal.witness(text, text, text) to api;
