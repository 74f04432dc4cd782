import { plainDate } from '@kerjasama/kernel/plain-date';

import { type Citation, type Range } from '../table';

type Era = Range & Pick<Citation, 'decree'>;

/** Benefits under UU 3/1992: the amounts of PP 53/2012 and PP 84/2013. */
export const JAMSOSTEK_ERA: Era = {
  from: plainDate('2012-01-01'),
  until: plainDate('2015-06-30'),
  opensBy: 'A-09',
  decree: 'PP 14/1993 jo. PP 53/2012, PP 84/2013',
};

export const PP_44_ERA: Era = {
  from: plainDate('2015-07-01'),
  until: plainDate('2019-12-01'),
  decree: 'PP 44/2015',
};

export const PP_82_ERA: Era = {
  from: plainDate('2019-12-02'),
  until: null,
  decree: 'PP 44/2015 jo. PP 82/2019',
};

/** PP 44/2015 and what followed without touching the rule. */
export const SINCE_PP_44: Era = { from: plainDate('2015-07-01'), until: null, decree: 'PP 44/2015' };

/** Contributions of workers outside an employment relation, PER-24/MEN/VI/2006. */
export const PER_24_ERA: Era = {
  from: plainDate('2006-01-01'),
  until: plainDate('2015-06-30'),
  opensBy: 'A-04',
  decree: 'UU 3/1992 jo. PP 14/1993, PER-24/MEN/VI/2006',
};
