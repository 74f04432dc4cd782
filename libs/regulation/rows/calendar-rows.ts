import { YEARS_2015_2021 } from './calendar-2015-2021';
import { YEARS_2022_2028 } from './calendar-2022-2028';
import { YEARS_2029_2036 } from './calendar-2029-2036';
import { type CalendarYear } from './calendar-year';

/** National holidays and joint leave, 2015 to 2036, each year decreed or provisional. */
export const CALENDAR_YEARS: readonly CalendarYear[] = [...YEARS_2015_2021, ...YEARS_2022_2028, ...YEARS_2029_2036];
