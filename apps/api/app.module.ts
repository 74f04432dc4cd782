import { ConfigModule, ConfigService } from '@nestjs/config';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { AgreementController } from './agreement/controller';
import { BudgetController } from './budget/controller';
import { ClaimActController } from './claims/act-routes';
import { ClaimController } from './claims/controller';
import { CODEC, CodecController, OpenCodecController } from './codec.controller';
import { CycleController } from './cycle/controller';
import { DESK } from './desk';
import { CONTENT, openContentStore } from './enrolment/content';
import { EnrolmentController } from './enrolment/controller';
import { RosterUploadController } from './enrolment/roster-upload.controller';
import { HealthController } from './health.controller';
import { PERFORM } from './http/act-routes';
import { SignInGuard } from './http/sign-in.guard';
import { JournalController } from './journal/controller';
import { OperationsController } from './operations/controller';
import { PremiumController } from './premium/controller';
import { assembleProcess, type ProcessParts } from './process-parts';
import { RegulationController } from './regulation/controller';
import { RenewalController } from './renewal/controller';
import { type ApiSettings } from './settings';

const PARTS = Symbol('PARTS');

/** The machines' door. Nest wires; what the officers may do is in the stages' desks. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(PARTS) private readonly parts: ProcessParts) {}

  static register(settings: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.forRoot({ ignoreEnvFile: true, load: [() => ({ settings })] })],
      controllers: [
        HealthController,
        CycleController,
        AgreementController,
        BudgetController,
        EnrolmentController,
        RosterUploadController,
        PremiumController,
        ClaimController,
        ClaimActController,
        RenewalController,
        JournalController,
        OperationsController,
        RegulationController,
        settings.CODEC_ENDPOINT === 'open' ? OpenCodecController : CodecController,
      ],
      providers: [
        {
          provide: PARTS,
          inject: [ConfigService],
          useFactory: (config: ConfigService<{ settings: ApiSettings }, true>) =>
            assembleProcess(config.get('settings', { infer: true })),
        },
        { provide: PERFORM, inject: [PARTS], useFactory: ({ perform }: ProcessParts) => perform },
        { provide: DESK, inject: [PARTS], useFactory: ({ desk }: ProcessParts) => desk },
        {
          provide: CONTENT,
          inject: [PARTS],
          useFactory: ({ contentKey }: ProcessParts) => openContentStore(settings.CONTENT_FOLDER, contentKey),
        },
        { provide: CODEC, inject: [PARTS], useFactory: ({ codec }: ProcessParts) => codec },
        {
          provide: APP_GUARD,
          inject: [Reflector, PARTS],
          useFactory: (reflector: Reflector, { tokens }: ProcessParts) => new SignInGuard(reflector, tokens),
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.parts.close();
  }
}
