import { type DynamicModule, Inject, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { payloadKeyOf } from '@kerjasama/temporal/payload-key';
import { TemporalWorkerModule } from '@kerjasama/temporal/worker-module';
import { ActReads } from './act-reads.activities';
import { ActRecorder } from './act-recorder';
import { provideAgencies } from './agencies';
import { AgreementRecords } from './agreement/agreement.activities';
import { BudgetRecords } from './budget/budget.activities';
import { ClaimSteps } from './claims/claim.activities';
import { enrolmentProviders } from './enrolment/providers';
import { Notifications } from './notifications';
import { PremiumRecords } from './premium/premium.activities';
import { type WorkerParts } from './process-parts';
import { RenewalRecords } from './renewal/renewal.activities';
import { TEMPORAL, WORKER_POOL } from './tokens';

const PARTS = Symbol('PARTS');

/** Every stage's activities, and the workers that host them and the workflows. */
@Module({})
export class WorkerAppModule implements OnApplicationShutdown {
  constructor(@Inject(PARTS) private readonly parts: WorkerParts) {}

  static register(parts: WorkerParts): DynamicModule {
    const { environment, keys, bundle } = parts;
    const providers: Provider[] = [
      { provide: PARTS, useValue: parts },
      { provide: WORKER_POOL, useValue: parts.pool },
      { provide: TEMPORAL, useValue: parts.temporal },
      { provide: ActRecorder, useValue: parts.recorder },
      AgreementRecords,
      BudgetRecords,
      ...enrolmentProviders({ contentFolder: environment.contentFolder, keys }),
      ...provideAgencies(parts.agencies),
      PremiumRecords,
      ClaimSteps,
      ActReads,
      Notifications,
      RenewalRecords,
    ];
    return {
      module: WorkerAppModule,
      imports: [
        TemporalWorkerModule.register({
          useFactory: () => ({
            address: environment.temporalAddress,
            namespace: environment.temporalNamespace,
            codecKey: payloadKeyOf(keys.payload),
            bundle,
          }),
        }),
      ],
      providers,
    };
  }

  /** After the workers have drained. */
  async onApplicationShutdown(): Promise<void> {
    await this.parts.pool.end();
  }
}
