-- Acts: what has a status, along which ways it may change, and which workflow has to be told. One writer of a status:
-- act.record_person and act.record_system, each of them the last step of its transaction.

create schema act;
comment on schema act is 'The status of everything that has one, and the workflows that follow it';
grant usage on schema act to api, worker, auditor;

create table act.status (
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  status text not null check (status ~ '^[a-z]+(-[a-z]+)*$'),
  -- What it waits for; null in both when nothing leads out of it.
  waits_id text,
  waits_en text,
  primary key (kind, status),
  check ((waits_id is null) = (waits_en is null))
);
comment on table act.status is 'The statuses of each kind of subject. Generated from the act definitions, as are turn and edge';

create table act.turn (
  kind text not null,
  status text not null,
  agency text not null,
  role text not null,
  primary key (kind, status, agency, role),
  foreign key (kind, status) references act.status
);
comment on table act.turn is 'Whose turn it is in a status: an agency''s role, or an outside party (system, bank, treasury) under its own name';

create table act.edge (
  kind text not null,
  from_status text not null,
  act text not null,
  to_status text not null,
  origin text not null check (origin in ('person', 'system')),
  primary key (kind, from_status, act),
  foreign key (kind, to_status) references act.status
);
comment on table act.edge is 'Every way a status may change: from which, by which act, to which, and who may ask. `new` is before the first act';

grant select on act.status, act.turn, act.edge to api, worker, auditor;

create table act.workflow (
  workflow text collate "C" primary key check (length(workflow) between 3 and 250),
  latest_act bigint not null default 0 check (latest_act >= 0),
  notified_act bigint not null default 0 check (notified_act between 0 and latest_act),
  behind_since timestamptz,
  leased_until timestamptz,
  check ((behind_since is not null) = (notified_act < latest_act))
) with (fillfactor = 70);
comment on table act.workflow is 'One row a workflow: the newest act that concerns it, and the newest that it was told of';
comment on column act.workflow.behind_since is 'Real time since which it has not been told of everything';
comment on column act.workflow.leased_until is 'A relay is telling it; after this moment another one may';
create index workflow_behind on act.workflow (behind_since) where notified_act < latest_act;
grant select on act.workflow to api, worker, auditor;
grant update (notified_act, behind_since, leased_until) on act.workflow to worker;

create table act.subject (
  subject text collate "C" primary key check (length(subject) between 3 and 250),
  kind text not null,
  chain text collate "C" not null references journal.chain_head,
  year smallint check (year between 2000 and 2099),
  workflow text collate "C" not null references act.workflow,
  -- What must be locked before it, in this order: names of persons by digest, of budget lines, of agreements.
  locks text[] not null default '{}',
  status text not null,
  act text not null,
  number bigint not null check (number >= 1),
  version bigint not null check (version between 1 and number),
  since date not null,
  due date,
  overdue_on date,
  ends_on date,
  foreign key (kind, status) references act.status,
  check (overdue_on is null or due is not null),
  check (overdue_on > due)
) with (fillfactor = 70);
comment on table act.subject is 'One row for each thing that has a status: a claim, later each stage, document and month';
comment on column act.subject.act is 'The name of its last act';
comment on column act.subject.number is 'The number of its last act in the chain';
comment on column act.subject.version is 'The number of the act that opened the present wait: what an officer has seen and answers';
comment on column act.subject.due is 'The last day of the present wait; it does not move when it has passed';
comment on column act.subject.overdue_on is 'The day on which the wait was recorded as overdue';
comment on column act.subject.ends_on is 'The last day of the whole matter: after it, it lapses, where its status allows that';
create index subject_of_workflow on act.subject (workflow);
create index subject_of_cycle on act.subject (chain, year, kind, status);
create index subject_waiting on act.subject (kind, status, due);
grant select on act.subject to api, worker, auditor;

create function act.check_subject() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  before text := 'new';
  moved boolean := true;
begin
  if tg_op = 'UPDATE' then
    if (new.subject, new.kind, new.chain, new.year, new.workflow, new.locks)
       is distinct from (old.subject, old.kind, old.chain, old.year, old.workflow, old.locks) then
      raise exception 'What % is does not change', old.subject using errcode = 'check_violation', constraint = 'subject_stays';
    end if;
    before := old.status;
    moved := new.version <> old.version;
    if new.number <= old.number or (moved and new.version <> new.number)
       or (not moved and (new.status, new.since, new.due, new.ends_on)
                         is distinct from (old.status, old.since, old.due, old.ends_on)) then
      raise exception '% changes only by a new act', old.subject using errcode = 'check_violation', constraint = 'subject_by_act';
    end if;
  elsif new.version <> new.number then
    raise exception '% begins with its first act', new.subject using errcode = 'check_violation', constraint = 'subject_by_act';
  end if;
  if not exists (
       select from act.edge join journal.act as recorded on recorded.act = edge.act and recorded.origin = edge.origin
        where edge.kind = new.kind and edge.from_status = before and edge.to_status = new.status and edge.act = new.act
          and recorded.chain = new.chain and recorded.seq = new.number
          and recorded.subject = new.subject and recorded.workflow = new.workflow) then
    raise exception 'No act % leads from % to % here', new.act, before, new.status
      using errcode = 'check_violation', constraint = 'subject_along_an_edge',
            hint = 'A status changes by an act of its lifecycle, recorded in the same transaction.';
  end if;
  return new;
end
$$;
comment on function act.check_subject() is 'No status changes along a way that is not an edge, nor without its act; holds even for the owner';
create trigger subject_along_its_edges before insert or update on act.subject
  for each row execute function act.check_subject();
create trigger subject_is_kept before delete on act.subject
  for each row execute function house.refuse_change();
create trigger subject_is_not_emptied before truncate on act.subject
  for each statement execute function house.refuse_change();

create function act.today() returns date
language sql volatile set search_path = pg_catalog, pg_temp
as $$
  select ((clock_timestamp() + coalesce((select offset_ms from house.clock), 0) * interval '1 millisecond')
          at time zone 'Asia/Jakarta')::date
$$;
comment on function act.today() is 'The business date: the database''s clock, in Jakarta';

-- Lock order: key, names in `locks` as they stand, subject; then the workflow's row and the journal in act.write. One round trip.
create function act.open(
  chain text, origin text, key text, subject text, locks text[],
  out input_hash bytea, out result jsonb, out today date, out kind text, out status text, out act text, out number bigint,
  out version bigint, out since date, out due date, out overdue_on date, out ends_on date, out locked text[]
) returns record
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  name text;
begin
  select taken.input_hash, taken.result into input_hash, result from journal.take_key(open.chain, open.origin, open.key) as taken;
  if found then
    return;
  end if;
  select subject.locks into locked from act.subject where subject.subject = open.subject;
  if not found then
    locked := open.locks;
  end if;
  foreach name in array locked loop
    perform pg_advisory_xact_lock(hashtextextended('lock' || chr(31) || name, 0));
  end loop;
  select found_subject.kind, found_subject.status, found_subject.act, found_subject.number, found_subject.version,
         found_subject.since, found_subject.due, found_subject.overdue_on, found_subject.ends_on
    into kind, status, act, number, version, since, due, overdue_on, ends_on
    from act.subject as found_subject where found_subject.subject = open.subject for update;
  if not found then
    -- Two who make the same thing at once: the second waits here, and then finds it.
    perform pg_advisory_xact_lock(hashtextextended('subject' || chr(31) || open.subject, 0));
    select found_subject.kind, found_subject.status, found_subject.act, found_subject.number, found_subject.version,
           found_subject.since, found_subject.due, found_subject.overdue_on, found_subject.ends_on
      into kind, status, act, number, version, since, due, overdue_on, ends_on
      from act.subject as found_subject where found_subject.subject = open.subject for update;
  end if;
  today := act.today();
end
$$;
comment on function act.open(text, text, text, text, text[]) is 'Takes the key and gives its stored answer; else locks what the act changes and gives it as it is';

-- The act, the last step of its transaction: status and act are written together or not at all.
create function act.write(
  origin text, subject text, kind text, year smallint, workflow text, locks text[], status text, due date, ends_on date,
  overdue_on date, moves boolean, tells boolean,
  chain text, opening text, closing text, input_hash bytea, result jsonb,
  out leaf_index bigint, out seq bigint, out recorded_at text, out previous bytea, out hash bytea
) returns record
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  linked journal.act;
begin
  insert into act.workflow (workflow) values (write.workflow) on conflict do nothing;
  perform from act.workflow where workflow.workflow = write.workflow for update;
  linked := journal.link_act(write.chain, write.opening, write.closing);
  if (linked.origin, linked.subject, linked.workflow) is distinct from (write.origin, write.subject, write.workflow) then
    raise exception 'The act is not one of % on %', write.origin, write.subject using errcode = 'check_violation';
  end if;
  insert into journal.answer (chain, origin, key, input_hash, result)
  values (linked.chain, linked.origin, linked.key, write.input_hash,
          write.result || jsonb_build_object('number', linked.seq));
  if not write.moves then
    update act.subject set act = linked.act, number = linked.seq, overdue_on = write.overdue_on
     where subject.subject = write.subject;
  else
    update act.subject
       set status = write.status, act = linked.act, number = linked.seq, version = linked.seq,
           since = linked.business_date, due = write.due, overdue_on = null, ends_on = write.ends_on
     where subject.subject = write.subject;
    if not found then
      insert into act.subject (subject, kind, chain, year, workflow, locks, status, act, number, version, since, due, ends_on)
      values (write.subject, write.kind, write.chain, write.year, write.workflow, write.locks, write.status, linked.act,
              linked.seq, linked.seq, linked.business_date, write.due, write.ends_on);
    end if;
  end if;
  update act.workflow
     set latest_act = linked.seq,
         notified_act = case when not write.tells and notified_act = latest_act then linked.seq else notified_act end,
         behind_since = case when not write.tells and notified_act = latest_act then null
                             else coalesce(behind_since, clock_timestamp()) end
   where workflow.workflow = write.workflow;
  if write.tells then
    perform pg_notify('act', '');
  end if;
  leaf_index := linked.leaf_index;
  seq := linked.seq;
  recorded_at := to_char(linked.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  previous := linked.previous;
  hash := linked.hash;
end
$$;
comment on function act.write(text, text, text, smallint, text, text[], text, date, date, date, boolean, boolean, text, text, text, bytea, jsonb)
  is 'Links the act, moves its subject, raises the workflow''s latest act; for the two functions below alone';

create function act.record_person(
  subject text, kind text, year smallint, workflow text, locks text[], status text, due date, ends_on date, moves boolean,
  chain text, opening text, closing text, input_hash bytea, result jsonb,
  out leaf_index bigint, out seq bigint, out recorded_at text, out previous bytea, out hash bytea
) returns record
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select * from act.write('person', subject, kind, year, workflow, locks, status, due, ends_on, null, moves, true,
                           chain, opening, closing, input_hash, result)
$$;
comment on function act.record_person(text, text, smallint, text, text[], text, date, date, boolean, text, text, text, bytea, jsonb)
  is 'The API''s one way to write an act of a person';

create function act.record_system(
  subject text, kind text, year smallint, workflow text, locks text[], status text, due date, ends_on date, overdue_on date,
  moves boolean, tells boolean, chain text, opening text, closing text, input_hash bytea, result jsonb,
  out leaf_index bigint, out seq bigint, out recorded_at text, out previous bytea, out hash bytea
) returns record
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select * from act.write('system', subject, kind, year, workflow, locks, status, due, ends_on, overdue_on, moves, tells,
                           chain, opening, closing, input_hash, result)
$$;
comment on function act.record_system(text, text, smallint, text, text[], text, date, date, date, boolean, boolean, text, text, text, bytea, jsonb)
  is 'The worker''s one way to write an act of the system; `tells` when the workflow itself did not ask for it';

grant execute on function act.today() to api, worker;
grant execute on function act.open(text, text, text, text, text[]) to api, worker;
grant execute on function act.record_person(text, text, smallint, text, text[], text, date, date, boolean, text, text, text, bytea, jsonb) to api;
grant execute on function act.record_system(text, text, smallint, text, text[], text, date, date, date, boolean, boolean, text, text, text, bytea, jsonb) to worker;

create view act.inbox as
  select subject.subject, subject.kind, subject.chain, subject.year, subject.workflow, subject.status,
         status.waits_id, status.waits_en, turn.agency, turn.role, subject.version, subject.since, subject.due,
         subject.overdue_on, subject.ends_on
    from act.subject
    join act.status using (kind, status)
    join act.turn using (kind, status)
   where status.waits_id is not null
  union all
  select workflow.workflow, 'notification', null, null, workflow.workflow, 'behind',
         'alur kerja yang belum menerima tindakan terbaru', 'a workflow that has not been told of the newest act',
         'house', 'operator', workflow.latest_act, (workflow.behind_since at time zone 'Asia/Jakarta')::date, null, null, null
    from act.workflow
   where notified_act < latest_act and behind_since < clock_timestamp() - interval '1 minute';
comment on view act.inbox is 'What waits for whom: one row for each turn of a waiting subject, and for each workflow that is a minute behind';
grant select on act.inbox to api, worker, auditor;
