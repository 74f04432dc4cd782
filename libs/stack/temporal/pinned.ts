/** The Temporal CLI that everything was tried with: server 1.32.0, UI 2.54.1. A data folder belongs to one version. */
export const TEMPORAL_VERSION = '1.9.1';

export const CLI_PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
export const LINKER_FLAGS = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${TEMPORAL_VERSION}`;

/** What a build prints: module downloads, then packages compiled (counted on linux/amd64). */
export const MODULES_TO_DOWNLOAD = 219;
export const PACKAGES_TO_COMPILE = 1_794;

/** Module cache 1.6 GB and build cache 2.0 GB, both given back; a little room for the rest. */
export const ROOM_TO_BUILD_BYTES = 4_500_000_000;
