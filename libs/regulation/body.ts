import { READINGS } from './readings/register';
import { CALENDAR_YEARS } from './rows/calendar-rows';
import { CLOCKS, PENALTY } from './rows/clock-rows';
import { CONTRIBUTION_RELIEF, INCOME_BANDS, JKK_CONTRIBUTION, JKM_CONTRIBUTION } from './rows/contribution-rows';
import { DISABILITY } from './rows/disability-rows';
import { HEIRS } from './rows/heir-rows';
import { COST_TABLES } from './rows/jkk-cost-rows';
import {
  DEATH_FLOOR,
  DEATH_SUM,
  FUNCTIONAL_DISABILITY,
  JKK_FUNERAL,
  JKK_PERIODIC,
  PARTIAL_DISABILITY,
  STMB,
  STMB_DAYS,
  TOTAL_DISABILITY,
  TRANSPORT,
} from './rows/jkk-rows';
import { JKM_SUMS, JKM_TENURE, SUDDEN_DEATH } from './rows/jkm-rows';
import { LIMITATION_JKK, LIMITATION_JKM } from './rows/limitation-rows';
import { AGE_LIMIT, ARREARS, PROVINCES } from './rows/membership-rows';
import { SCHOLARSHIP, SCHOLARSHIP_TENURE } from './rows/scholarship-rows';
import { YEAR_END } from './rows/year-end-rows';
import { sha256 } from './sha-256';
import { type Table } from './table';

/** Every dated table of the law, in the order of the field's brief. */
export const TABLES: readonly Table<unknown>[] = [
  JKK_CONTRIBUTION,
  JKM_CONTRIBUTION,
  INCOME_BANDS,
  CONTRIBUTION_RELIEF,
  ...Object.values(COST_TABLES),
  TRANSPORT,
  STMB,
  STMB_DAYS,
  PARTIAL_DISABILITY,
  FUNCTIONAL_DISABILITY,
  TOTAL_DISABILITY,
  DISABILITY,
  DEATH_SUM,
  DEATH_FLOOR,
  JKK_PERIODIC,
  JKK_FUNERAL,
  SUDDEN_DEATH,
  JKM_SUMS,
  JKM_TENURE,
  SCHOLARSHIP,
  SCHOLARSHIP_TENURE,
  ...Object.values(CLOCKS),
  PENALTY,
  LIMITATION_JKK,
  LIMITATION_JKM,
  HEIRS,
  AGE_LIMIT,
  ARREARS,
  PROVINCES,
  YEAR_END,
];

/**
 * The version of the whole body of rows, calendars and readings: SHA-256 of their text, 64 hexadecimal digits. Whoever
 * changes a row changes it; a result names it, so that it can be repeated under the rows of its day.
 */
export const REGULATION_VERSION: string = sha256(JSON.stringify([TABLES, CALENDAR_YEARS, READINGS]));
