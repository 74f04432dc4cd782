-- The end of a year: what the next one would need, who wants it, and the books closed to the rupiah.

create schema renewal;
comment on schema renewal is 'Proposed renewals and the closing of the books; money in rupiah';
grant usage on schema renewal to api, worker, auditor;

create table renewal.proposal (
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  attempt smallint not null check (attempt >= 1),
  workers integer not null check (workers > 0),
  first_month date not null check (extract(day from first_month) = 1),
  months smallint not null check (months between 1 and 12),
  needed bigint not null check (needed > 0),
  gap_days integer not null check (gap_days >= 0),
  gap_workers integer not null check (gap_workers >= 0),
  regulation_version text not null check (regulation_version <> ''),
  proposed_by text not null check (proposed_by <> ''),
  proposed_on date not null,
  endorsed_by text check (endorsed_by <> ''),
  endorsed_on date check (endorsed_on >= proposed_on),
  primary key (agreement, year, attempt),
  check ((endorsed_by is null) = (endorsed_on is null)),
  -- A gap hits somebody, and nobody is hit without one.
  check ((gap_days = 0) = (gap_workers = 0)),
  constraint proposal_four_eyes check (endorsed_by <> proposed_by)
);
comment on table renewal.proposal is 'What the ministry would cover next, and the insurer''s word; officers are opaque ids, never names';
comment on column renewal.proposal.gap_days is 'Days without cover between the two years: each restarts the families'' clocks of tenure';
grant select on renewal.proposal to api, worker, auditor;
grant insert, update (endorsed_by, endorsed_on) on renewal.proposal to worker;

create table renewal.closing (
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  minutes_number text not null check (minutes_number <> ''),
  billed bigint not null check (billed >= 0),
  paid bigint not null,
  reconciled bigint not null,
  person_months integer not null check (person_months >= 0),
  claims_reported integer not null check (claims_reported >= 0),
  claims_paid integer not null check (claims_paid >= 0),
  claims_refused integer not null check (claims_refused >= 0),
  claims_lapsed integer not null check (claims_lapsed >= 0),
  claims_carried_over integer not null check (claims_carried_over >= 0),
  claims_amount bigint not null check (claims_amount >= 0),
  close_on date not null,
  proposed_by text check (proposed_by <> ''),
  closed_by text not null check (closed_by <> ''),
  closed_on date not null,
  primary key (agreement, year),
  constraint books_close_to_the_rupiah check (billed = paid and paid = reconciled),
  constraint books_close_when_the_year_is_over check (closed_on >= close_on),
  constraint claims_add_up check (claims_reported = claims_paid + claims_refused + claims_lapsed + claims_carried_over),
  constraint closing_four_eyes check (closed_by <> proposed_by)
);
comment on table renewal.closing is 'One row a year whose books are closed; open claims are carried over, not waited for';
comment on column renewal.closing.proposed_by is 'Who proposed the renewal, null when nobody did: never the same person as who closes';
grant select on renewal.closing to api, worker, auditor;
grant insert on renewal.closing to worker;
