import { type Row, type Table } from '../table';
import { JAMSOSTEK_ERA, PP_44_ERA, PP_82_ERA } from './eras';

export type CostItem =
  'HOME_CARE' | 'DENTAL_PROSTHESIS' | 'HEARING_AID' | 'SPECTACLES' | 'MEDICAL_REHAB' | 'MEDICAL_CARE' | 'PROSTHESIS';

/** What of a cost is paid: all of it, up to a sum, or up to a part of the government rehabilitation centre's price. */
export type CostLimit =
  | { readonly pays: 'all' }
  | { readonly pays: 'up-to'; readonly limit: number }
  | { readonly pays: 'up-to-centre-price'; readonly percent: number };

const K = { confidence: 'K', source: '-' } as const;
const ALL: CostLimit = { pays: 'all' };
const upTo = (limit: number): CostLimit => ({ pays: 'up-to', limit });

type Mark = Pick<Row<unknown>, 'confidence' | 'source'>;

/** The three regimes of one item; null is "-" in the table: not a benefit of that regime. */
function table(
  id: string,
  title: { readonly id: string; readonly en: string },
  [jamsostek, pp44, pp82]: readonly [CostLimit | null, CostLimit | null, CostLimit | null],
  marks: { readonly pp44?: Mark; readonly pp82?: Mark } = {},
): Table<CostLimit | null> {
  return {
    id,
    title,
    rows: [
      { ...JAMSOSTEK_ERA, article: 'Lampiran II', ...K, values: jamsostek },
      { ...PP_44_ERA, article: 'Lampiran III', ...(marks.pp44 ?? K), values: pp44 },
      { ...PP_82_ERA, article: 'Lampiran III', ...(marks.pp82 ?? K), values: pp82 },
    ],
  };
}

const CENTRE_PRICE: CostLimit = { pays: 'up-to-centre-price', percent: 140 };

export const COST_TABLES: Readonly<Record<CostItem, Table<CostLimit | null>>> = {
  HOME_CARE: table(
    'jkk-home-care',
    { id: 'Perawatan di rumah (homecare), paling lama 1 tahun', en: 'Home care, at most 1 year' },
    [null, null, upTo(20_000_000)],
    { pp82: { confidence: 'C', source: 'S25 S27' } },
  ),
  DENTAL_PROSTHESIS: table('jkk-dental-prosthesis', { id: 'Gigi tiruan', en: 'Dental prosthesis' }, [
    null,
    upTo(3_000_000),
    upTo(5_000_000),
  ]),
  HEARING_AID: table('jkk-hearing-aid', { id: 'Alat bantu dengar', en: 'Hearing aid' }, [null, null, upTo(2_500_000)]),
  SPECTACLES: table('jkk-spectacles', { id: 'Kacamata', en: 'Spectacles' }, [null, null, upTo(1_000_000)]),
  MEDICAL_REHAB: table('jkk-medical-rehab', { id: 'Rehabilitasi medik', en: 'Medical rehabilitation' }, [
    null,
    upTo(2_600_000),
    ALL,
  ]),
  MEDICAL_CARE: table(
    'jkk-medical-care',
    { id: 'Perawatan dan pengobatan', en: 'Medical care' },
    [upTo(20_000_000), ALL, ALL],
    { pp44: { confidence: 'S', source: 'S5 S9 S26 S35' }, pp82: { confidence: 'S', source: 'S9 S25 S27 S35' } },
  ),
  PROSTHESIS: table('jkk-prosthesis', { id: 'Prothese dan orthose', en: 'Prosthesis and orthosis' }, [
    CENTRE_PRICE,
    CENTRE_PRICE,
    CENTRE_PRICE,
  ]),
};
