import { type DeskDeps } from '@kerjasama/desk/deps';
import { AGENCIES, isAgency } from '@kerjasama/identity/who';
import { findActs, type FoundActs } from '@kerjasama/journal/views';
import { parseAgreementId } from '@kerjasama/kernel/ids';
import { parsePlainDate } from '@kerjasama/kernel/plain-date';
import { refuse } from '@kerjasama/kernel/refusal';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { RefusedError, unwrap } from '../http/outcome';
import { openApiOf } from '../http/zod-body';
import { actPage } from './schema';

const PAGE = 200;
const FILTERS = ['act', 'actor', 'agency', 'from', 'to', 'workflow', 'stage'] as const;

/** Who did what, for which agency, on what basis, on which business day, recorded when, from which workflow. */
@ApiTags('journal')
@Controller('agreements/:agreement/acts')
export class JournalController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get()
  @ApiOkResponse({ schema: openApiOf(actPage, 'output') })
  @ApiQuery({ name: 'after', required: false, description: 'Acts after this place in the chain' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000' })
  @ApiQuery({ name: 'act', required: false })
  @ApiQuery({ name: 'actor', required: false })
  @ApiQuery({ name: 'agency', required: false, enum: [...AGENCIES] })
  @ApiQuery({ name: 'from', required: false, description: 'First business date' })
  @ApiQuery({ name: 'to', required: false, description: 'Last business date' })
  @ApiQuery({ name: 'workflow', required: false })
  @ApiQuery({ name: 'stage', required: false, description: 'First word of the workflow id, e.g. premium' })
  acts(@Param('agreement') agreement: string, @Query() query: Record<string, unknown>): Promise<FoundActs> {
    const { agency, from, to, ...text } = Object.fromEntries(FILTERS.map((name) => [name, textOf(query, name)]));
    const filter = {
      ...definedOnly(text),
      ...(isAgency(agency) ? { agency } : {}),
      ...(from === undefined ? {} : { from: unwrap(parsePlainDate(from, 'from')) }),
      ...(to === undefined ? {} : { to: unwrap(parsePlainDate(to, 'to')) }),
    };
    const page = { after: countOf(query, 'after', 0), limit: countOf(query, 'limit', PAGE) };
    return findActs(this.desk.pool, unwrap(parseAgreementId(agreement)), filter, page);
  }
}

function textOf(query: Record<string, unknown>, name: string): string | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= 200 && !/\p{Cc}/u.test(value)) return value;
  throw badQuery(name);
}

function countOf(query: Record<string, unknown>, name: string, otherwise: number): number {
  const text = textOf(query, name);
  if (text === undefined) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badQuery(name);
}

function definedOnly(text: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function badQuery(path: string): RefusedError {
  return new RefusedError(
    refuse(
      'BAD_QUERY',
      { id: `Saringan ${path} tidak dapat dibaca.`, en: `The filter ${path} cannot be read.` },
      { id: 'Perbaiki saringan sesuai /docs.', en: 'Correct the filter as /docs describes.' },
      { path },
    ),
  );
}
