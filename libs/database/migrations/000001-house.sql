-- What the house knows about itself. The schema and its table of migrations were made by the runner.

grant usage on schema house to api, worker, auditor;
grant select on house.migration to api, worker, auditor;

create function house.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '%.% is append-only: % is refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege', hint = 'Record a new act that corrects the old one.';
end
$$;
comment on function house.refuse_change() is 'The trigger of every append-only table; holds even for the owner';

create table house.instance (
  only_row boolean primary key default true check (only_row),
  profile text not null check (profile in ('live', 'rehearsal')),
  created_at timestamptz not null default clock_timestamp()
);
comment on table house.instance is 'Which profile this database serves; written once, at its first migration';
grant select on house.instance to api, worker, auditor;

create trigger instance_is_written_once before update or delete on house.instance
  for each row execute function house.refuse_change();
create trigger instance_is_not_emptied before truncate on house.instance
  for each statement execute function house.refuse_change();

create table house.rehearsal_clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0 check (offset_ms >= 0)
);
comment on table house.rehearsal_clock is 'How far a rehearsal runs ahead of real time, in milliseconds; stays 0 in a live database';
insert into house.rehearsal_clock default values;

create view house.clock as
  select instance.profile,
         case instance.profile when 'rehearsal' then rehearsal_clock.offset_ms else 0 end as offset_ms
    from house.instance cross join house.rehearsal_clock;
comment on view house.clock is 'The offset of the business clock; no row before the profile is marked';
grant select on house.clock to api, worker, auditor;

-- Nobody but the owner may execute it, and so the rehearsal driver, which connects as `migrator`, a member of the owner.
create function house.advance_clock(offset_ms bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if (select profile from house.instance) is distinct from 'rehearsal' then
    raise exception 'The clock of a live database cannot be moved'
      using errcode = 'insufficient_privilege', hint = 'Rehearse on the rehearsal stack.';
  end if;
  update house.rehearsal_clock set offset_ms = advance_clock.offset_ms
   where rehearsal_clock.offset_ms <= advance_clock.offset_ms;
  if not found then
    raise exception 'The clock is already past that offset and cannot be put back'
      using errcode = 'check_violation', constraint = 'rehearsal_clock_only_forward';
  end if;
end
$$;
comment on function house.advance_clock(bigint) is 'Puts the clock of a rehearsal forward to this offset; refuses a live database and any step back';
