import { listReadings, type ListedReading, type ListedRegulation, listRules } from '@kerjasama/regulation/listing';
import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { languageOf } from '../http/problem';
import { openApiOf } from '../http/zod-body';
import * as schema from './schema';

/** The law as the house holds it: every row with its decree, article, confidence and source, so that it can be confirmed. */
@ApiTags('regulation')
@Controller('regulation')
export class RegulationController {
  /** All rows; `verified: false` marks what nobody has read in the regulation itself yet. */
  @Get()
  @ApiOkResponse({ schema: openApiOf(schema.regulation, 'output') })
  rules(@Headers('accept-language') language?: string): ListedRegulation {
    return listRules({ language: languageOf(language) });
  }

  /** Where the sources leave a choice: the reading taken, and the others. */
  @Get('open-readings')
  @ApiOkResponse({ schema: openApiOf(schema.openReadings, 'output') })
  openReadings(@Headers('accept-language') language?: string): { readings: readonly ListedReading[] } {
    return { readings: listReadings({ language: languageOf(language) }) };
  }
}
