import { DefaultFailureConverter } from '@temporalio/common';

/** Puts a failure's message and stack into an encoded payload, so that the codec encrypts them too. Loaded by path. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
