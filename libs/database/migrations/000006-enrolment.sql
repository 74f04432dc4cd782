-- Workers in bulk: rosters submitted, judged row by row in chunks, and decreed. Rows are added, never changed.
-- Of a person only ciphertext, keyed digests and what statistics need are here: the worker encrypts before it writes.

create schema enrolment;
comment on schema enrolment is 'Rosters, the workers they enrol and the decree that names them';
grant usage on schema enrolment to api, worker, auditor;

create table enrolment.submission (
  agreement text not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  submission smallint not null check (submission >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  submitted_by text not null check (submitted_by <> ''),
  submitted_on date not null,
  primary key (agreement, year, submission)
);
comment on table enrolment.submission is 'A roster handed in: the hash of its bytes, which lie encrypted in the content store';
create index submission_of_content on enrolment.submission (sha256);

create table enrolment.chunk (
  agreement text not null,
  year smallint not null,
  submission smallint not null,
  chunk integer not null check (chunk >= 1),
  first_line integer not null check (first_line >= 2),
  last_line integer not null check (last_line >= first_line),
  accepted integer not null check (accepted >= 0),
  rejected integer not null check (rejected >= 0),
  unchanged integer not null check (unchanged >= 0),
  by_reason jsonb not null check (jsonb_typeof(by_reason) = 'object'),
  merkle_root bytea not null check (length(merkle_root) = 32),
  primary key (agreement, year, submission, chunk),
  foreign key (agreement, year, submission) references enrolment.submission
);
comment on table enrolment.chunk is 'One act of judging: at most 1,000 rows. merkle_root: RFC 6962 over the row digests of the accepted rows, by line';

create table enrolment.member (
  member uuid primary key,
  agreement text not null,
  year smallint not null,
  submission smallint not null,
  line integer not null check (line >= 2),
  nik_digest bytea not null check (length(nik_digest) = 32),
  row_digest bytea not null check (length(row_digest) = 32),
  sealed bytea not null,
  born_year smallint not null check (born_year between 1900 and 2100),
  sex text not null check (sex in ('L', 'P')),
  job text not null check (job <> ''),
  region text not null check (region ~ '^[0-9]{4}$'),
  reviews text[] not null,
  constraint member_line_once unique (agreement, year, submission, line),
  constraint member_nik_once unique (agreement, year, nik_digest)
);
comment on table enrolment.member is 'An accepted worker. Never joined to a submission by a foreign key: 102,000 checks would buy nothing that its chunk does not say';
comment on column enrolment.member.nik_digest is 'HMAC-SHA-256 of the NIK: unique in a year, and how a worker is found';
comment on column enrolment.member.row_digest is 'HMAC-SHA-256 of the whole row: a leaf of the chunk''s Merkle tree';
comment on column enrolment.member.sealed is 'AES-256-GCM of the row as JSON, bound to its place';
comment on column enrolment.member.reviews is 'What a person should look at; rejects nothing';

create table enrolment.rejected_row (
  agreement text not null,
  year smallint not null,
  submission smallint not null,
  line integer not null check (line >= 2),
  reasons text[] not null check (cardinality(reasons) >= 1),
  sealed bytea not null,
  primary key (agreement, year, submission, line),
  foreign key (agreement, year, submission) references enrolment.submission
);
comment on table enrolment.rejected_row is 'A row that was not accepted: every reason, and the row as it stood, sealed. No row is ever lost';

create table enrolment.judgement (
  agreement text not null,
  year smallint not null,
  submission smallint not null,
  rows integer not null check (rows = accepted + rejected + unchanged),
  accepted integer not null check (accepted >= 0),
  rejected integer not null check (rejected >= 0),
  unchanged integer not null check (unchanged >= 0),
  by_reason jsonb not null check (jsonb_typeof(by_reason) = 'object'),
  enrolled integer not null check (enrolled >= accepted),
  roster_root bytea not null check (length(roster_root) = 32),
  first_month date not null check (extract(day from first_month) = 1),
  months smallint not null check (months between 1 and 12),
  primary key (agreement, year, submission),
  foreign key (agreement, year, submission) references enrolment.submission
);
comment on table enrolment.judgement is 'How a submission was judged, and the whole roster after it: enrolled rows and the RFC 6962 root over all chunk roots, by submission and chunk';

create table enrolment.decree (
  agreement text not null,
  year smallint not null,
  number text not null check (number <> ''),
  enrolled integer not null check (enrolled > 0),
  roster_root bytea not null check (length(roster_root) = 32),
  submitted_by text[] not null check (cardinality(submitted_by) >= 1),
  decreed_by text not null check (decreed_by <> ''),
  decreed_on date not null,
  primary key (agreement, year),
  -- Who handed in any of the rosters does not decree them.
  constraint decree_four_eyes check (decreed_by <> all (submitted_by))
);
comment on table enrolment.decree is 'The decree of beneficiaries (SK penetapan penerima): binds to exactly the rows under its root';

create table enrolment.lapse (
  agreement text not null,
  year smallint not null,
  lapsed_on date not null,
  primary key (agreement, year)
);
comment on table enrolment.lapse is 'An enrolment that ended without a decree';

do $$
declare
  kept text;
begin
  foreach kept in array array['submission', 'chunk', 'member', 'rejected_row', 'judgement', 'decree', 'lapse'] loop
    execute format('create trigger %I before update or delete on enrolment.%I for each row execute function house.refuse_change()',
                   kept || '_is_append_only', kept);
    execute format('create trigger %I before truncate on enrolment.%I for each statement execute function house.refuse_change()',
                   kept || '_is_not_emptied', kept);
  end loop;
end
$$;

create view enrolment.members as
  select member, agreement, year, submission, line, born_year, sex, job, region, reviews from enrolment.member;
comment on view enrolment.members is 'The enrolled workers without anything that names a person';

create view enrolment.member_by_nik as
  select agreement, year, nik_digest, member from enrolment.member;
comment on view enrolment.member_by_nik is 'From the keyed digest of a NIK to the worker; of no use without the key';

create view enrolment.rejected_rows as
  select agreement, year, submission, line, reasons from enrolment.rejected_row;
comment on view enrolment.rejected_rows is 'The rejected rows without their content';

grant select on enrolment.submission, enrolment.chunk, enrolment.judgement, enrolment.decree, enrolment.lapse,
  enrolment.members, enrolment.rejected_rows to api, worker, auditor;
grant select on enrolment.member_by_nik to api, worker;
grant select on enrolment.member, enrolment.rejected_row to worker;
grant insert on enrolment.submission, enrolment.chunk, enrolment.member, enrolment.rejected_row, enrolment.judgement,
  enrolment.decree, enrolment.lapse to worker;
