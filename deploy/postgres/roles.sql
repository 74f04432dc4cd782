-- An empty cluster's roles and databases, once, by the superuser: Temporal's login with its two databases, and the
-- house's roles as libs/database/roles.ts makes them for the embedded stack (test/architecture/production-roles.pg.spec.ts
-- compares the two). The schema itself is the migrations' work. psql reads the passwords, so that no command line shows them.
\set ON_ERROR_STOP on
\set temporal_password `cat /run/secrets/temporal_password`
\set migrator_password `cat /run/secrets/migrator_password`
\set api_password `cat /run/secrets/api_password`
\set worker_password `cat /run/secrets/worker_password`
\set auditor_password `cat /run/secrets/auditor_password`

create role temporal login password :'temporal_password';
create database temporal owner temporal template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C';
create database temporal_visibility owner temporal template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C';
revoke all on database temporal from public;
revoke all on database temporal_visibility from public;

create role owner nologin;
create role migrator login password :'migrator_password';
create role api login password :'api_password';
create role worker login password :'worker_password';
create role auditor login password :'auditor_password';
grant owner to migrator;
alter role api set statement_timeout = '10s';
alter role api set lock_timeout = '2s';
alter role api set idle_in_transaction_session_timeout = '2s';
create database kerjasama owner owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C';
revoke all on database kerjasama from public;
grant connect on database kerjasama to api, worker, auditor, migrator;
grant temporary on database kerjasama to worker;
