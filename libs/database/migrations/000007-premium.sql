-- The contribution of each month of cover: one bill a month, paid by the treasury, received by the insurer, reconciled.

create schema premium;
comment on schema premium is 'The contribution of each month: billed, requested, ordered, paid, received, reconciled';
grant usage on schema premium to api, worker, auditor;

create table premium.account (
  agreement text collate "C" not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  allocated bigint not null check (allocated > 0),
  billed bigint not null check (billed > 0),
  primary key (agreement, year),
  -- Held by the database and not by a sum taken before it: all bills together never exceed the allocation.
  constraint billed_within_allocation check (billed <= allocated)
);
comment on table premium.account is 'What the budget of a year allocated, and how much of it is billed; in rupiah';
grant select on premium.account to api, worker, auditor;
grant insert on premium.account to worker;
grant update (billed) on premium.account to worker;

create table premium.bill (
  agreement text collate "C" not null,
  year smallint not null,
  period text collate "C" not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  heads integer not null check (heads > 0),
  tariff bigint not null check (tariff > 0),
  amount bigint not null,
  roster_root text not null check (roster_root ~ '^[0-9a-f]{64}$'),
  issued_on date not null,
  request_by date not null check (request_by >= issued_on),
  regulation_version text not null check (regulation_version <> ''),
  status text not null check (status in ('billed', 'requested', 'ordered', 'paid', 'reconciled', 'unpaid')),
  overdue_on date,
  spp_number text check (spp_number <> ''),
  requested_by text,
  requested_on date,
  spm_number text check (spm_number <> ''),
  ordered_by text,
  ordered_on date,
  sp2d_number text check (sp2d_number <> ''),
  paid bigint check (paid > 0),
  receipt text check (receipt <> ''),
  received bigint check (received > 0),
  received_on date,
  reconciled_on date,
  primary key (agreement, year, period),
  foreign key (agreement, year) references premium.account (agreement, year),
  constraint bill_is_heads_times_tariff check (amount = heads * tariff),
  -- The commitment officer (PPK) who asks for the payment is never the signing officer (PPSPM) who orders it.
  constraint bill_four_eyes check (ordered_by <> requested_by),
  constraint bill_spp_once unique (agreement, year, spp_number),
  constraint bill_spm_once unique (agreement, year, spm_number),
  -- Each step rests on the one before, and leaves all of its facts or none.
  check (num_nulls(spp_number, requested_by, requested_on) in (0, 3)),
  check (num_nulls(spm_number, ordered_by, ordered_on) in (0, 3)),
  check (num_nulls(sp2d_number, paid, receipt, received, received_on) in (0, 5)),
  check (spm_number is null or spp_number is not null),
  check (sp2d_number is null or spm_number is not null),
  check (case status
    when 'billed' then spp_number is null
    when 'requested' then spp_number is not null and spm_number is null
    when 'ordered' then spm_number is not null and sp2d_number is null
    when 'paid' then sp2d_number is not null
    when 'reconciled' then sp2d_number is not null
    else spm_number is null
  end),
  constraint bill_reconciled_on_a_day check ((status = 'reconciled') = (reconciled_on is not null)),
  constraint reconciled_to_the_rupiah check (status <> 'reconciled' or (paid = amount and received = amount))
);
comment on table premium.bill is 'One row a month of cover; money in rupiah. Officers are opaque ids, never names';
comment on column premium.bill.roster_root is 'Merkle root of the decreed roster whose heads are billed';
comment on column premium.bill.request_by is 'The last day of the working-day clock for the payment request (PMK 62/2023 Pasal 218)';
grant select on premium.bill to api, worker, auditor;
grant insert on premium.bill to worker;
-- What was billed never changes; only what happened to the bill is written.
grant update (status, overdue_on, spp_number, requested_by, requested_on, spm_number, ordered_by, ordered_on,
              sp2d_number, paid, receipt, received, received_on, reconciled_on)
  on premium.bill to worker;
