-- Claims of covered workers and their heirs: reported, decided, checked by other eyes, paid. The status is in act.subject;
-- here are the facts: what was reported, each decision, each check of a decision, each payment. Facts are never changed.

create extension if not exists btree_gist;

create schema claims;
comment on schema claims is 'What members claim: reported, granted or refused, checked by another officer, paid';
grant usage on schema claims to api, worker, auditor;

create table claims.claim (
  claim text collate "C" primary key,
  subject text collate "C" not null unique generated always as ('claim/' || claim) stored,
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  member uuid not null,
  person bytea not null check (length(person) = 32),
  kind text not null check (kind in ('work-accident', 'accident-death', 'death')),
  event_on date not null,
  unable_months smallint check (unable_months >= 0),
  unable_days smallint check (unable_days between 0 and 30),
  -- The last day unable to work; of a death its own day.
  until_on date not null check (until_on >= event_on),
  reported_by text not null check (reported_by <> ''),
  reported_on date not null,
  decide_by date not null check (decide_by >= reported_on),
  active boolean not null default true,
  constraint claim_is_of_its_cycle check (starts_with(claim, agreement || '.' || year::text || '.')),
  constraint event_before_report check (event_on <= reported_on),
  constraint incapacity_has_passed check (until_on <= reported_on),
  constraint incapacity_is_of_accidents
    check (num_nulls(unable_months, unable_days) = case kind when 'work-accident' then 0 else 2 end),
  -- One event is paid once: nobody is unable to work twice on one day, whatever the agreement and the number of the claim.
  constraint claim_event_once exclude using gist (person with =, daterange(event_on, until_on, '[]') with &&)
    where (active and kind = 'work-accident')
);
comment on table claims.claim is 'One row a claim as it was reported. Members are random ids, officers opaque ids: no personal data';
comment on column claims.claim.person is 'The keyed digest of the NIK: the same person in every agreement and year';
comment on column claims.claim.active is 'False once it was refused, withdrawn or has lapsed: then the same event may be claimed again';
-- A person dies once.
create unique index claim_death_once on claims.claim (person) where active and kind in ('accident-death', 'death');
create index claim_of_cycle on claims.claim (agreement, year, claim);
create index claim_of_person on claims.claim (person) where active;

create table claims.decision (
  claim text collate "C" not null references claims.claim,
  nth smallint not null check (nth >= 1),
  decision text not null check (decision in ('grant', 'refuse')),
  decided_by text not null check (decided_by <> ''),
  decided_on date not null,
  decide_by date not null,
  ground text check (ground <> ''),
  amount bigint check (amount > 0),
  pay_by date check (pay_by >= decided_on),
  regulation_version text,
  trace jsonb,
  primary key (claim, nth),
  unique (claim, nth, decided_by),
  check (num_nulls(amount, pay_by, regulation_version, trace) = case decision when 'grant' then 0 else 4 end),
  check ((ground is not null) = (decision = 'refuse'))
);
comment on table claims.decision is 'Each decision of a claims officer; after a return or a withdrawal there is another. Money in rupiah';
comment on column claims.decision.decide_by is 'The last day there was for this decision';
comment on column claims.decision.trace is 'How the sum was counted: rows of the law, readings taken, steps';

create table claims.verdict (
  claim text collate "C" not null,
  nth smallint not null,
  verdict text not null check (verdict in ('approved', 'returned', 'refused', 'withdrawn')),
  given_by text not null check (given_by <> ''),
  given_on date not null,
  decided_by text not null,
  ground text check (ground <> ''),
  reason text check (length(reason) between 1 and 500),
  primary key (claim, nth),
  foreign key (claim, nth, decided_by) references claims.decision (claim, nth, decided_by),
  -- Who decides a claim never checks it, and nobody else takes his decision back.
  constraint claim_four_eyes check ((given_by <> decided_by) = (verdict <> 'withdrawn')),
  check ((ground is not null) = (verdict = 'refused')),
  check ((reason is not null) = (verdict in ('returned', 'withdrawn')))
);
comment on table claims.verdict is 'What became of a decision, once: approved, returned or refused by another officer, or withdrawn by its maker';

create table claims.payment (
  claim text collate "C" not null references claims.claim,
  attempt smallint not null check (attempt >= 1),
  instruction text not null unique check (instruction <> ''),
  amount bigint not null check (amount > 0),
  sent_on date not null,
  primary key (claim, attempt)
);
comment on table claims.payment is 'Each order to the bank, written before it is sent: the same instruction is never sent twice by itself';

create table claims.receipt (
  claim text collate "C" primary key,
  attempt smallint not null,
  reference text not null check (reference <> ''),
  paid_on date not null,
  foreign key (claim, attempt) references claims.payment
);
comment on table claims.receipt is 'The bank''s number of the transfer: a claim is paid once';

create table claims.ending (
  claim text collate "C" primary key references claims.claim,
  ending text not null check (ending in ('withdrawn', 'lapsed')),
  ended_by text,
  ended_on date not null,
  reason text check (length(reason) between 1 and 500),
  check ((ending = 'withdrawn') = (ended_by is not null and reason is not null))
);
comment on table claims.ending is 'A claim that ended without a decision: withdrawn by who reported it, or lapsed';

do $$
declare
  kept text;
begin
  foreach kept in array array['decision', 'verdict', 'payment', 'receipt', 'ending'] loop
    execute format('create trigger %I before update or delete on claims.%I for each row execute function house.refuse_change()',
                   kept || '_is_append_only', kept);
  end loop;
  foreach kept in array array['claim', 'decision', 'verdict', 'payment', 'receipt', 'ending'] loop
    execute format('create trigger %I before truncate on claims.%I for each statement execute function house.refuse_change()',
                   kept || '_is_not_emptied', kept);
  end loop;
end
$$;
create trigger claim_is_kept before delete on claims.claim for each row execute function house.refuse_change();

-- What a status says is what the facts say: looked at when the transaction ends, whoever wrote, and whatever it wrote.
create function claims.check_facts(claim text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  status text;
  active boolean;
  decision text;
  verdict text;
  ending text;
  sent boolean;
  paid boolean;
begin
  select subject.status, claim.active, made.decision, made.verdict, ending.ending,
         exists (select from claims.payment where payment.claim = check_facts.claim),
         exists (select from claims.receipt where receipt.claim = check_facts.claim)
    into status, active, decision, verdict, ending, sent, paid
    from (values (check_facts.claim)) as given (claim)
    left join act.subject on subject.subject = 'claim/' || given.claim
    left join claims.claim on claim.claim = given.claim
    left join claims.ending on ending.claim = given.claim
    left join lateral (
      select decision.decision, verdict.verdict
        from claims.decision left join claims.verdict using (claim, nth)
       where decision.claim = given.claim order by nth desc limit 1) as made on true;
  if (status is null or active is null
     or active <> (status not in ('refused', 'withdrawn', 'lapsed'))
     or ending is distinct from case when status in ('withdrawn', 'lapsed') then status end
     or paid <> (status = 'paid')
     or not case status
       when 'reported' then decision is null or verdict = 'withdrawn'
       when 'returned' then verdict = 'returned'
       when 'granted' then decision = 'grant' and verdict is null
       when 'refused' then (decision = 'refuse' and verdict is null) or verdict = 'refused'
       when 'approved' then verdict = 'approved'
       when 'paying' then verdict = 'approved' and sent
       when 'payment-unknown' then verdict = 'approved' and sent
       when 'paid' then verdict = 'approved' and sent
       when 'withdrawn' then decision is null or verdict in ('returned', 'withdrawn')
       when 'lapsed' then verdict is distinct from 'approved'
       else false
     end) then
    raise exception 'The facts of claim % are not those of status %', check_facts.claim, status
      using errcode = 'check_violation', constraint = 'claim_facts_fit_status';
  end if;
end
$$;
comment on function claims.check_facts(text) is 'Raises when the facts of a claim are not those of its status';

create function claims.check_subject_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform claims.check_facts(substr(new.subject, 7));
  return null;
end
$$;
comment on function claims.check_subject_facts() is 'Asks claims.check_facts after a change of the status';
create constraint trigger claim_facts_fit_status after insert or update on act.subject
  deferrable initially deferred for each row when (new.kind = 'claim') execute function claims.check_subject_facts();

create function claims.check_claim_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform claims.check_facts(new.claim);
  return null;
end
$$;
comment on function claims.check_claim_facts() is 'Asks claims.check_facts after a change of the facts';

do $$
declare
  facts text;
begin
  foreach facts in array array['claim', 'decision', 'verdict', 'payment', 'receipt', 'ending'] loop
    execute format('create constraint trigger %I after insert or update on claims.%I deferrable initially deferred
                    for each row execute function claims.check_claim_facts()', facts || '_fits_status', facts);
  end loop;
end
$$;

-- A claim as it is now: its report, the newest decision with what became of it, its payment.
create view claims.claims as
  select claim.claim, claim.agreement, claim.year, claim.member, claim.kind, subject.status, subject.version, subject.since,
         subject.due, subject.overdue_on, subject.ends_on, claim.event_on, claim.unable_months, claim.unable_days,
         claim.until_on, claim.reported_by, claim.reported_on, claim.decide_by,
         decision.nth, decision.decision, decision.decided_by, decision.decided_on, decision.amount, decision.pay_by,
         decision.regulation_version, decision.trace, coalesce(verdict.ground, decision.ground) as ground,
         verdict.verdict, verdict.given_by, verdict.given_on, verdict.reason,
         payment.attempt, payment.instruction, payment.sent_on, receipt.reference, receipt.paid_on
    from claims.claim
    join act.subject on subject.subject = claim.subject
    left join lateral (select * from claims.decision as made where made.claim = claim.claim order by made.nth desc limit 1)
      as decision on true
    left join claims.verdict as verdict on verdict.claim = decision.claim and verdict.nth = decision.nth
    left join lateral (select * from claims.payment as sent where sent.claim = claim.claim order by sent.attempt desc limit 1)
      as payment on true
    left join claims.receipt as receipt on receipt.claim = claim.claim;
comment on view claims.claims is 'Each claim with its status, its newest decision and what became of it, and its payment';

grant select on claims.decision, claims.verdict, claims.payment, claims.receipt, claims.ending, claims.claims
  to api, worker, auditor;
grant select on claims.claim to api, worker;
-- Officers act through the API, the bank's answers and deadlines come through the worker.
grant insert on claims.claim, claims.decision, claims.verdict, claims.ending to api;
grant insert on claims.payment, claims.receipt, claims.ending to worker;
grant update (active) on claims.claim to api, worker;
