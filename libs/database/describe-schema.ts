import { type Reads } from './pool';

/** Who may do what with an object, sorted; the owner's own rights are left out. */
const GRANTS = (acl: string, owner: string): string => `
  (select string_agg(distinct case grantee when 0 then 'public' else grantee::regrole::text end || ' ' || lower(privilege_type), ', '
                     order by case grantee when 0 then 'public' else grantee::regrole::text end || ' ' || lower(privilege_type))
     from aclexplode(${acl}) where grantee <> ${owner})`;

const OURS = `nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`;

/** One row an object: a sort key and the text that describes it whole. */
const CATALOG = `
  select nspname as place, 'schema ' || nspname || ' of ' || nspowner::regrole::text || coalesce(' to ' || ${GRANTS('nspacl', 'nspowner')}, '') as text
    from pg_namespace where ${OURS}
  union all
  select nspname || '.' || relname,
         case relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || nspname || '.' || relname
           || ' of ' || relowner::regrole::text || coalesce(' to ' || ${GRANTS('relacl', 'relowner')}, '')
           || coalesce(' with ' || array_to_string(reloptions, ', '), '')
           || case when relkind = 'v' then e'\\n' || pg_get_viewdef(pg_class.oid) else '' end
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
   where ${OURS} and relkind in ('r', 'v', 'm', 'p', 'S')
  union all
  select nspname || '.' || relname || ' 1 ' || to_char(attnum, '000'),
         '  ' || attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
           || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
           || coalesce(' to ' || ${GRANTS('attacl', 'relowner')}, '')
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where ${OURS} and relkind in ('r', 'p') and attnum > 0 and not attisdropped
  union all
  select nspname || '.' || relname || ' 2 ' || conname, '  constraint ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
    from pg_constraint join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
   where ${OURS} and contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select nspname || '.' || relname || ' 3 ' || indexrelid::regclass::text, '  ' || pg_get_indexdef(indexrelid)
    from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
   where ${OURS} and not exists (select from pg_constraint where conindid = indexrelid)
  union all
  select nspname || '.' || relname || ' 4 ' || tgname, '  ' || pg_get_triggerdef(pg_trigger.oid)
    from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
   where ${OURS} and not tgisinternal
  union all
  select nspname || '.' || proname || '(' || pg_get_function_identity_arguments(pg_proc.oid) || ')',
         'function of ' || proowner::regrole::text
           || coalesce(' to ' || ${GRANTS(`coalesce(proacl, acldefault('f', proowner))`, 'proowner')}, '')
           || e'\\n' || pg_get_functiondef(pg_proc.oid)
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
   where ${OURS}
`;

/**
 * The whole schema as text: tables, columns, constraints, indexes, triggers, views, functions, owners, grants. Our own
 * query, because the embedded Postgres has no pg_dump; committed as `schema.golden.txt` and compared by a test.
 */
export async function describeSchema(db: Reads): Promise<string> {
  const { rows } = await db.query<{ text: string }>(
    `select text from (${CATALOG}) as object (place, text) order by place collate "C", text collate "C"`,
  );
  return rows.map(({ text }) => `${text.trimEnd()}\n`).join('');
}
