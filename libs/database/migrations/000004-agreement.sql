-- The yearly agreement (PKS, document 0) and its addenda (1, 2, …): what both agencies promised, and who stood up for it.

create schema agreement;
comment on schema agreement is 'The yearly agreement and its addenda';
grant usage on schema agreement to api, worker, auditor;

create table agreement.document (
  agreement text not null check (agreement ~ '^[A-Z0-9][A-Z0-9-]{2,59}$'),
  year smallint not null check (year between 2000 and 2099),
  document smallint not null check (document >= 0),
  workers integer not null check (workers > 0),
  first_month date not null check (extract(day from first_month) = 1),
  months smallint not null check (months between 1 and 12),
  fiscal_year smallint not null check (fiscal_year between 2000 and 2099),
  ceiling bigint not null check (ceiling > 0),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  status text not null
    check (status in ('drafted', 'text-agreed', 'signed-by-kemensos', 'signed-by-bpjs-tk', 'in-force', 'lapsed')),
  drafted_by text not null,
  drafted_on date not null,
  text_accepted_by text,
  signed_by_kemensos text,
  number_kemensos text,
  signed_by_bpjs_tk text,
  number_bpjs_tk text,
  in_force_on date,
  primary key (agreement, year, document),
  -- Maker and checker are two people in each agency: who drafts does not sign for the ministry, who accepts the text not for the insurer.
  constraint document_four_eyes_kemensos check (signed_by_kemensos is distinct from drafted_by),
  constraint document_four_eyes_bpjs_tk check (signed_by_bpjs_tk is null or signed_by_bpjs_tk is distinct from text_accepted_by),
  -- A signature comes with the party's own number; in force means both signatures and both numbers.
  check ((signed_by_kemensos is null) = (number_kemensos is null)),
  check ((signed_by_bpjs_tk is null) = (number_bpjs_tk is null)),
  check ((status = 'in-force') = (in_force_on is not null)),
  check (status <> 'in-force' or (signed_by_kemensos is not null and signed_by_bpjs_tk is not null)),
  check (status = 'drafted' or status = 'lapsed' or text_accepted_by is not null)
);
comment on table agreement.document is 'One row a document; subjects are opaque ids of the identity provider, never names';
grant select on agreement.document to api, worker, auditor;
grant insert on agreement.document to worker;
grant update (status, text_accepted_by, signed_by_kemensos, number_kemensos, signed_by_bpjs_tk, number_bpjs_tk, in_force_on)
  on agreement.document to worker;
