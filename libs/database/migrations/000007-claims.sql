-- Claims of covered workers and their heirs: reported, decided, approved by other eyes, paid.

create schema claims;
comment on schema claims is 'What members claim: reported, granted or refused, approved by another officer, paid';
grant usage on schema claims to api, worker, auditor;

create table claims.claim (
  claim text collate "C" primary key,
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  member uuid not null,
  kind text not null check (kind in ('work-accident', 'accident-death', 'death')),
  event_on date not null,
  unable_months smallint check (unable_months >= 0),
  unable_days smallint check (unable_days between 0 and 30),
  reported_by text not null,
  reported_on date not null,
  decide_by date not null check (decide_by >= reported_on),
  status text not null check (status in ('reported', 'granted', 'refused', 'approved', 'paid', 'lapsed')),
  decision text check (decision in ('grant', 'refuse')),
  decided_by text,
  decided_on date,
  ground text check (ground <> ''),
  amount bigint check (amount > 0),
  pay_by date,
  regulation_version text,
  trace jsonb,
  approved_by text,
  approved_on date,
  reference text check (reference <> ''),
  paid_on date,
  decision_overdue_on date,
  payment_overdue_on date,
  constraint claim_is_of_its_cycle check (starts_with(claim, agreement || '.' || year::text || '.')),
  constraint event_before_report check (event_on <= reported_on),
  constraint incapacity_is_of_accidents
    check (num_nulls(unable_months, unable_days) = case kind when 'work-accident' then 0 else 2 end),
  -- Who decides a claim never approves its payment.
  constraint claim_four_eyes check (approved_by <> decided_by),
  -- Each step leaves all of its facts or none: a grant its sum, its day and how it was counted, a refusal its ground.
  check (num_nulls(decision, decided_by, decided_on) in (0, 3)),
  check (num_nulls(amount, pay_by, regulation_version, trace) = case decision when 'grant' then 0 else 4 end),
  check ((ground is not null) = (decision is not null and decision = 'refuse')),
  check (num_nulls(approved_by, approved_on) in (0, 2)),
  check (num_nulls(reference, paid_on) in (0, 2)),
  check (case status
    when 'reported' then decision is null
    when 'granted' then decision = 'grant' and approved_by is null
    when 'refused' then decision = 'refuse' and approved_by is null
    when 'approved' then decision = 'grant' and approved_by is not null and reference is null
    when 'paid' then decision = 'grant' and approved_by is not null and reference is not null
    else approved_by is null
  end)
);
comment on table claims.claim is 'One row a claim; money in rupiah. Members are random ids, officers opaque ids: no personal data';
comment on column claims.claim.member is 'The covered worker of the decreed roster';
comment on column claims.claim.trace is 'How the sum was counted: rows of the law, readings taken, steps';
-- A person dies once. A refused or lapsed claim does not stand in the way of the heirs' next one.
create unique index claim_death_once on claims.claim (agreement, year, member)
  where kind in ('accident-death', 'death') and status not in ('refused', 'lapsed');
create index claim_of_cycle on claims.claim (agreement, year, status, claim);

grant select on claims.claim to api, worker, auditor;
grant insert on claims.claim to worker;
-- What was reported never changes; only what was decided about it is written.
grant update (status, decision, decided_by, decided_on, ground, amount, pay_by, regulation_version, trace,
              approved_by, approved_on, reference, paid_on, decision_overdue_on, payment_overdue_on)
  on claims.claim to worker;
