import { type RecordedAct } from '@kerjasama/journal/views';
import { agreementId } from '@kerjasama/kernel/ids';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { describeAct } from './audit-words';

const GRANTED: RecordedAct = {
  ...{ leaf: 8, chain: agreementId('PKS-1'), seq: 9, act: 'claim-granted', actor: 'demo-05', agency: 'bpjs-tk' },
  ...{ role: 'claims-officer', basis: 'PP 44/2015', businessDate: plainDate('2028-06-15') },
  ...{ recordedAt: '2028-06-15T02:00:00.000Z', workflow: 'claim/PKS-1.2028.1', subject: 'claim/PKS-1.2028.1' },
  ...{ key: 'decide', payload: {}, hash: '00' },
};

test('an act names who acted, for which agency and in which role; the system has none', () => {
  expect(describeAct(GRANTED).split(/ {2,}/)).toEqual([
    ...['', '9', '2028-06-15', 'claim-granted', 'bpjs-tk/demo-05', 'claims-officer', 'PP 44/2015'],
    ...['claim/PKS-1.2028.1', '2028-06-15T02:00:00.000Z'],
  ]);
  expect(describeAct({ ...GRANTED, actor: 'house', agency: 'house', role: null })).toMatch(/house\/house +- +PP 44/);
});
