-- The budget of one fiscal year: what the DIPA holds, what the agreement needs, and who allocated it.

create schema budget;
comment on schema budget is 'Proposed allocations, addenda that make the agreement fit, and the allocation; money in rupiah';
grant usage on schema budget to api, worker, auditor;

create table budget.proposal (
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  attempt smallint not null check (attempt >= 1),
  dipa_number text not null check (dipa_number <> ''),
  revision smallint not null check (revision >= 0),
  pagu bigint not null check (pagu > 0),
  blocked bigint not null check (blocked >= 0),
  ceiling bigint not null check (ceiling > 0),
  usable bigint not null check (usable >= 0),
  workers integer not null check (workers > 0),
  first_month date not null check (extract(day from first_month) = 1),
  months smallint not null check (months between 1 and 12),
  tariff bigint not null check (tariff > 0),
  needed bigint not null check (needed > 0),
  fits boolean not null generated always as (needed <= usable) stored,
  regulation_version text not null check (regulation_version <> ''),
  proposed_by text not null check (proposed_by <> ''),
  proposed_on date not null,
  primary key (agreement, year, attempt),
  -- Blocked money cannot be spent, and the agreement's ceiling is never exceeded (domain, section 7.4).
  constraint proposal_usable check (usable = least(pagu - blocked, ceiling)),
  constraint proposal_as_judged unique (agreement, year, attempt, fits, needed, proposed_by)
);
comment on table budget.proposal is 'One row a proposed allocation, whether it fits or not; officers are opaque ids, never names';
comment on column budget.proposal.tariff is 'One worker''s contribution in the first month of cover';
comment on column budget.proposal.needed is 'Workers × the tariff of each month of cover';
grant select on budget.proposal to api, worker, auditor;
grant insert on budget.proposal to worker;

create table budget.addendum (
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  document smallint not null check (document >= 1),
  kind text not null check (kind in ('months', 'heads')),
  workers integer not null check (workers > 0),
  months smallint not null check (months between 1 and 12),
  needed bigint not null check (needed > 0),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  proposed_by text not null check (proposed_by <> ''),
  proposed_on date not null,
  outcome text check (outcome in ('in-force', 'dropped')),
  settled_on date check (settled_on >= proposed_on),
  primary key (agreement, year, document),
  check ((outcome is null) = (settled_on is null))
);
comment on table budget.addendum is 'Lower terms proposed so that the agreement fits its budget; signed as a document of the agreement';
grant select on budget.addendum to api, worker, auditor;
grant insert, update (outcome, settled_on) on budget.addendum to worker;

create table budget.allocation (
  agreement text collate "C" not null,
  year smallint not null,
  attempt smallint not null,
  -- Only what fits is allocated, and exactly what was proposed: the foreign key compares all of it.
  fits boolean not null default true constraint allocation_fits check (fits),
  needed bigint not null,
  proposed_by text not null,
  approved_by text not null check (approved_by <> ''),
  approved_on date not null,
  primary key (agreement, year),
  constraint allocation_as_proposed foreign key (agreement, year, attempt, fits, needed, proposed_by)
    references budget.proposal (agreement, year, attempt, fits, needed, proposed_by),
  constraint allocation_four_eyes check (approved_by <> proposed_by)
);
comment on table budget.allocation is 'One row a year: the proposal that a checker, never its maker, approved';
grant select on budget.allocation to api, worker, auditor;
grant insert on budget.allocation to worker;
