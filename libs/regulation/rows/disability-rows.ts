import { type Confidence, type Table } from '../table';
import { JAMSOSTEK_ERA } from './eras';

/** Per mille of 80 W for one loss: flat, by hand (preferred/other), by whole units, or within bounds a doctor sets. */
export type LossRate =
  | { readonly by: 'loss'; readonly perMille: number }
  | { readonly by: 'hand'; readonly right: number; readonly left: number; readonly shoulder: boolean }
  | { readonly by: 'unit'; readonly perMille: number }
  | { readonly by: 'assessment'; readonly least: number; readonly most: number };

export interface LossRow {
  readonly code: string;
  readonly confidence: Confidence;
  readonly source: string;
  readonly rate: LossRate;
}

type Mark = readonly [confidence: Confidence, source: string];
const S: Mark = ['S', 'S30'];
const K: Mark = ['K', '-'];

const flat = (code: string, perMille: number, [confidence, source]: Mark): LossRow => ({
  code,
  confidence,
  source,
  rate: { by: 'loss', perMille },
});
const unit = (code: string, perMille: number): LossRow => ({
  code,
  confidence: 'S',
  source: 'S30',
  rate: { by: 'unit', perMille },
});
const hand = (code: string, right: number, left: number, [confidence, source]: Mark = K): LossRow => ({
  code,
  confidence,
  source,
  rate: { by: 'hand', right, left, shoulder: code === 'ARM_SHOULDER' },
});

export const DISABILITY: Table<readonly LossRow[]> = {
  id: 'disability-percentages',
  title: { id: 'Persentase cacat tetap', en: 'Percentages of permanent disability' },
  rows: [
    {
      ...JAMSOSTEK_ERA,
      until: null,
      decree: 'PP 44/2015 jo. PP 82/2019',
      article: 'Lampiran III',
      confidence: 'K',
      source: 'S30',
      note: {
        id: 'Tiap baris membawa tandanya sendiri; tabel yang sama dipakai sebelum Juli 2015 (K).',
        en: 'Each row carries its own mark; the same table is used before July 2015 (K).',
      },
      values: [
        flat('EYES_BOTH', 700, S),
        flat('EYE_ONE', 350, S),
        flat('HEARING_BOTH', 400, S),
        flat('HEARING_ONE', 200, S),
        unit('HEARING_DECREASE_BOTH_10DB', 60),
        unit('HEARING_DECREASE_ONE_10DB', 30),
        flat('EAR_LOBE_ONE', 50, S),
        flat('EAR_LOBE_BOTH', 100, S),
        flat('NOSE', 300, S),
        flat('SEPTUM_PERFORATION', 150, S),
        flat('SMELL', 100, S),
        { code: 'SCALP', confidence: 'S', source: 'S30', rate: { by: 'assessment', least: 100, most: 300 } },
        unit('VISION_EFFICIENCY_10PCT', 70),
        flat('COLOUR_VISION', 100, S),
        unit('VISUAL_FIELD_10PCT', 70),
        hand('ARM_SHOULDER', 400, 350, S),
        hand('ARM_ELBOW', 350, 300),
        hand('HAND_WRIST', 320, 280),
        flat('LEGS_GROIN_BOTH', 700, K),
        flat('LEG_GROIN_ONE', 350, K),
        flat('FEET_ANKLE_BOTH', 500, K),
        flat('FOOT_ANKLE_ONE', 250, K),
        hand('THUMB', 150, 120),
        hand('INDEX_FINGER', 90, 70),
        hand('OTHER_FINGER', 40, 30),
        hand('INDEX_FIRST_JOINT', 45, 35),
        hand('OTHER_FINGER_FIRST_JOINT', 20, 15),
        flat('BIG_TOE', 50, K),
        flat('SECOND_TOE', 30, K),
        flat('OTHER_TOE', 20, K),
        flat('LEG_SHORT_UNDER_5CM', 100, K),
        flat('LEG_SHORT_5_TO_7_5CM', 200, K),
        flat('LEG_SHORT_7_5CM_UP', 300, K),
        flat('IMPOTENCE', 400, K),
        flat('WORK_CAPACITY_10_25', 50, K),
        flat('WORK_CAPACITY_26_50', 200, K),
        flat('WORK_CAPACITY_51_70', 400, K),
        flat('MENTAL_CAPACITY', 700, K),
      ],
    },
  ],
};
