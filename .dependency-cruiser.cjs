/**
 * Who may import whom: the rules of docs/ARCHITECTURE.md, under their numbers. `import type` counts as much as `import`.
 * Specs may import what they test and what they need for it; everything else may not.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const STAGE = '(agreement|budget|enrolment|premium|claims|renewal|cycle)';
const SPEC = '[.]spec[.]ts$';
const KERNEL = '^libs/kernel/';
const REGULATION = '^libs/regulation/';
/** What an act needs to be signed and whose turn it is: types of the whole house. */
const IDENTITY_TYPES = '^libs/identity/(act-ticket|turn|commands|who)[.]ts$';
/** Four eyes are judged in desk, workflow and database alike: a pure comparison. */
const FOUR_EYES = '^libs/identity/four-eyes[.]ts$';
/** What crosses Temporal of acts: types and one name. */
const ACT_CONTRACT = '^libs/act/contract[.]ts$';
const npm = (names) => `(^|/)node_modules/(@types/)?(${names})/`;

/** From here, only to there. */
const only = (name, comment, from, allowed, exceptions = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [SPEC, ...exceptions] },
  to: { pathNot: allowed },
});

/** From anywhere but here, never to there. */
const onlyFrom = (name, comment, to, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(apps|libs|workflows)/', pathNot: [SPEC, ...allowed] },
  to: { path: to },
});

/** From here, there only by `import type`. */
const typesOnly = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: to, dependencyTypesNot: ['type-only'] },
});

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('1-kernel-imports-nothing', 'The values of the field stand alone.', KERNEL, [KERNEL]),
    only('1-regulation-imports-kernel', 'The law is rows and pure rules over the kernel.', REGULATION, [
      KERNEL,
      REGULATION,
    ]),

    only(
      '2-rules-are-pure',
      'Rules judge facts that arrive as arguments: kernel, regulation, own rules, and types of acts and turns.',
      `^libs/${STAGE}/rules([.]ts|/)`,
      [KERNEL, REGULATION, '^libs/$1/rules([.]ts|/)', '^libs/journal/acts[.]ts$', IDENTITY_TYPES],
    ),
    typesOnly(
      '2-rules-take-types-only',
      'Of the journal and of identity, rules know the types.',
      `^libs/${STAGE}/rules([.]ts|/)`,
      '^libs/(journal|identity)/',
    ),

    only(
      '3-contract-is-a-face',
      "A contract imports what rules may, Temporal's workflow package, and types of its neighbours' contracts.",
      `^libs/${STAGE}/contract[.]ts$`,
      [
        KERNEL,
        REGULATION,
        '^libs/$1/rules([.]ts|/)',
        '^libs/journal/acts[.]ts$',
        IDENTITY_TYPES,
        `^libs/${STAGE}/contract[.]ts$`,
        ACT_CONTRACT,
        npm('@temporalio/(workflow|common)'),
      ],
    ),
    typesOnly(
      '3-contract-takes-types-only',
      'Of the journal, of identity and of its neighbours a contract knows the types.',
      `^libs/${STAGE}/contract[.]ts$`,
      `^libs/(journal/|identity/|${STAGE}/contract[.]ts$)`,
    ),

    only(
      '4-workflows-are-deterministic',
      'Workflows import contracts, transition tables, kernel and what workflows share. Never the law: it is applied in activities.',
      '^workflows/[^/]+/',
      [
        KERNEL,
        `^libs/${STAGE}/(contract[.]ts$|rules([.]ts|/))`,
        '^libs/temporal/(in-workflow/|policies[.]ts$|search-attributes[.]ts$)',
        IDENTITY_TYPES,
        FOUR_EYES,
        ACT_CONTRACT,
        '^workflows/',
        npm('@temporalio/(workflow|common)'),
      ],
    ),
    never(
      '4-workflows-are-strangers',
      'A workflow starts its neighbour by the name in the contract, never by importing it.',
      { path: '^workflows/([^/]+)/', pathNot: SPEC },
      { path: '^workflows/', pathNot: '^workflows/$1/' },
    ),
    only(
      '4-registry-only-exports',
      'The registry names the workflows and does nothing else.',
      '^workflows/index[.]ts$',
      ['^workflows/[^/]+/'],
    ),
    only(
      '4-in-workflow-is-deterministic',
      'What workflows share imports what a workflow may.',
      '^libs/temporal/(in-workflow/|policies[.]ts$|search-attributes[.]ts$)',
      [
        KERNEL,
        '^libs/temporal/(in-workflow/|policies[.]ts$|search-attributes[.]ts$|task-queues[.]ts$)',
        IDENTITY_TYPES,
        ACT_CONTRACT,
        npm('@temporalio/(workflow|common)'),
      ],
    ),

    only(
      '5-store-writes-its-own',
      "A store writes its own stage's tables, in the journal's transaction.",
      `^libs/${STAGE}/store([.]ts|/)`,
      [
        KERNEL,
        '^libs/$1/(rules|contract|store)([.]ts|/)',
        '^libs/journal/tx[.]ts$',
        '^libs/database/sql-state[.]ts$',
        '^libs/(ledger|keys)/',
        npm('pg|pg-copy-streams'),
      ],
    ),
    typesOnly(
      '5-store-takes-types-of-its-stage',
      'A store knows the types of its rules and contract; judging is not its work.',
      `^libs/${STAGE}/store([.]ts|/)`,
      `^libs/${STAGE}/(rules|contract)([.]ts|/)`,
    ),

    only(
      '6-views-read-their-own',
      'Views read; they take the reading end of the pool.',
      `^libs/${STAGE}/views([.]ts|/)`,
      [KERNEL, '^libs/$1/(rules|contract|views)([.]ts|/)', '^libs/database/pool[.]ts$', npm('pg')],
    ),
    typesOnly(
      '6-views-take-types-of-their-stage',
      'Views know the types of their rules and contract.',
      `^libs/${STAGE}/views([.]ts|/)`,
      `^libs/${STAGE}/(rules|contract)([.]ts|/)`,
    ),

    only(
      '7-desk-authorises-and-sends',
      'A desk knows its contract, rules and views, who acts, and how to send; it never writes.',
      `^libs/${STAGE}/desk([.]ts|/)`,
      [
        KERNEL,
        '^libs/$1/(contract|rules|views|desk)([.]ts|/)',
        `^libs/${STAGE}/contract[.]ts$`,
        '^libs/desk/',
        // The claims desk finds the insured by the digest of the NIK, which goes no further (ADR 0004).
        '^libs/enrolment/views/members[.]ts$',
        '^libs/identity/',
        '^libs/temporal/(client|business-clock|search-attributes|task-queues)[.]ts$',
        '^libs/journal/(witness|views)[.]ts$',
        npm('@temporalio/(client|common)'),
      ],
    ),
    only('7-what-all-desks-share', 'libs/desk is the shared part of all desks: it knows no stage.', '^libs/desk/', [
      KERNEL,
      '^libs/desk/',
      '^libs/identity/',
      '^libs/temporal/(client|business-clock|search-attributes|task-queues)[.]ts$',
      '^libs/temporal/operations/',
      '^libs/journal/(witness|views|acts|record-input|canonical-json|refusals)[.]ts$',
      '^libs/database/pool[.]ts$',
      npm('@temporalio/(client|common)'),
      '^(node:)?(timers/promises|crypto)$',
    ]),

    only(
      '8-acts-judge-and-write-their-own',
      "An act's definition judges by its stage's rules, reads its own views and its neighbours', and writes its own stage's tables.",
      `^libs/${STAGE}/acts([.]ts|/)`,
      [
        KERNEL,
        '^libs/$1/(rules|store|views|kind|contract|acts)([.]ts|/)',
        `^libs/${STAGE}/views([.]ts|/)`,
        '^libs/act/(definition|fields)[.]ts$',
        FOUR_EYES,
        npm('zod'),
      ],
    ),
    only('8-acts-know-no-stage', 'What all acts share knows no stage, no workflow and no door.', '^libs/act/', [
      KERNEL,
      '^libs/act/',
      '^libs/identity/(turn|who)[.]ts$',
      '^libs/journal/',
      '^libs/database/(pool|transaction|sql-state)[.]ts$',
      '^libs/temporal/business-clock[.]ts$',
      npm('pg|zod|@temporalio/(client|common)'),
      '^(node:)?timers/promises$',
    ]),
    onlyFrom(
      '8-record-only-in-activities',
      'Nothing changes except through libs/act, and for the stages that are not on it yet through journal.record in the worker (ADR 0004, 0080). Exceptions: act-recorder.ts, through which those record, and process-parts.ts, which makes the journal once.',
      '^libs/journal/(record|tx)[.]ts$',
      [
        '^libs/journal/',
        '^libs/act/',
        '^apps/worker/.+[.]activities[.]ts$',
        '^apps/worker/(act-recorder|process-parts)[.]ts$',
        `^libs/${STAGE}/store([.]ts|/)`,
      ],
    ),
    onlyFrom(
      '8-witness-only-at-desks',
      "The API's one write is journal.witness, and a desk calls it (ADR 0004). libs/desk is the shared part of all desks; process-parts.ts makes the witness once.",
      '^libs/journal/witness[.]ts$',
      ['^libs/journal/', '^libs/(desk|act)/', `^libs/${STAGE}/desk([.]ts|/)`, '^apps/api/process-parts[.]ts$'],
    ),

    onlyFrom(
      '9-zod-lives-in-schemas',
      'What comes from outside is parsed by zod: the bodies of acts in their definitions, other requests and the settings of a process; nowhere else.',
      npm('zod'),
      [
        '^libs/act/',
        `^libs/${STAGE}/acts([.]ts|/)`,
        '^apps/api/[^/]+/(schema|act-routes)[.]ts$',
        '^apps/api/http/',
        '^apps/[^/]+/settings[.]ts$',
      ],
    ),
    onlyFrom('9-nest-is-wiring', 'Nest wires processes: apps, and the worker host.', npm('@nestjs/[^/]+'), [
      '^apps/',
      '^libs/temporal/',
    ]),
    never(
      '9-apps-are-strangers',
      'Processes meet over the network.',
      { path: '^apps/([^/]+)/', pathNot: SPEC },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    never(
      '9-nothing-imports-apps',
      'Apps are the outermost room.',
      { path: '^(libs|workflows)/', pathNot: SPEC },
      { path: '^apps/' },
    ),
    never(
      '9-nothing-imports-workflows',
      'Workflows are reached by name, through their contract.',
      { path: '^(libs|apps)/', pathNot: SPEC },
      { path: '^workflows/' },
    ),
    never(
      '9-act-through-the-api',
      'The CLI and the rehearsal act as people do: through the public API.',
      { path: '^(apps/cli|libs/rehearsal)/', pathNot: SPEC },
      { path: `^libs/(${STAGE}/(store|views|desk)([.]ts|/)|desk/|journal/(record|witness|tx)[.]ts$)` },
    ),
    never('9-no-cycles', 'Of two files that need each other, one is in the wrong place.', {}, { circular: true }),

    never(
      '0-everything-resolves',
      'An import that resolves to nothing would be an import that no rule sees.',
      {},
      { couldNotResolve: true },
    ),
    never(
      '0-no-tests-in-the-product',
      'What runs does not import what tests it.',
      { path: '^(apps|libs|workflows)/', pathNot: [SPEC, '/fixtures/'] },
      { path: `^test/|${SPEC}|/fixtures/` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
