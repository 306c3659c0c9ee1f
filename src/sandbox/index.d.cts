/** The types of `require('paystep/sandbox')`: those of the module. */
import type * as sandbox from './index.js' with { 'resolution-mode': 'import' };

export type {
  ConfirmationToken,
  Fixture,
  FixtureLists,
  Fixtures,
  ListenOptions,
  Sandbox,
  SandboxOptions,
  ServedSandbox,
  ServeSandboxOptions,
  SimulatedOutcome,
  Snapshot,
} from './index.js' with { 'resolution-mode': 'import' };

export declare const createSandbox: typeof sandbox.createSandbox;
export declare const serveSandbox: typeof sandbox.serveSandbox;
