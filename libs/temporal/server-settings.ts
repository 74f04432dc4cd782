/**
 * What a rehearsal's Temporal server must be told so that its time can be moved; never a live one's, because the flag is
 * the server's and the development server asks nobody who he is. Values are JSON, as `--dynamic-config-value` takes them.
 */
export const TIME_SKIPPING_SETTINGS = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': '10000',
  // How late a due timer may be noticed: a year crosses some 50, and the default costs a second each (ADR 0050).
  'history.timerProcessorMaxTimeShift': '"50ms"',
} as const satisfies Readonly<Record<string, string>>;
