import { runUnsafeSimulation, Simulation } from '@cloud-copilot/iam-simulate';
import * as fc from 'fast-check';
import { cases } from './differential-cases';
import { AuthorizationRequest, evaluate, Evaluation, PolicyDocument } from '../../../src/local/iam';

/** More, or others: `IAM_DIFFERENTIAL_RUNS=1000000 IAM_DIFFERENTIAL_SEED=7 npx jest test/local/iam/differential`. */
const RUNS = Number(process.env.IAM_DIFFERENTIAL_RUNS ?? 10_000);
const SEED = Number(process.env.IAM_DIFFERENTIAL_SEED ?? 20240601);
const MILLISECONDS_A_RUN = 20;

const DECISIONS: Readonly<Record<string, Evaluation['decision']>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
};

/** What an independent simulator of IAM decides. Its `unsafe` form leaves out its checks of the input, which take most of its time. */
function oracle(policies: PolicyDocument[], { action, resource, context }: AuthorizationRequest): Evaluation['decision'] {
  const simulation: Simulation = {
    request: {
      action,
      principal: 'arn:aws:sts::123456789012:assumed-role/role/function',
      resource: { resource, accountId: '123456789012' },
      contextVariables: context as Record<string, string | string[]>,
    },
    identityPolicies: policies.map((policy, index) => ({ name: `policy ${index + 1}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
  return DECISIONS[runUnsafeSimulation(simulation, {})];
}

test(`agrees with the oracle on ${RUNS} random policies and requests (seed ${SEED})`, () => {
  const counts = { allowed: 0, explicitDeny: 0, implicitDeny: 0 };
  fc.assert(fc.property(cases(), ({ policies, request }) => {
    const [decision, expected] = [evaluate(policies, request).decision, oracle(policies, request)];
    counts[decision]++;
    // thousands of `expect` would take longer than what they expect of
    if (decision !== expected) throw new Error(`${decision}, but the oracle says ${expected}`);
  }), { numRuns: RUNS, seed: SEED });

  // agreement on denials alone would say little
  expect(counts.allowed).toBeGreaterThan(RUNS * 0.1);
  expect(counts.explicitDeny).toBeGreaterThan(RUNS * 0.05);
}, 60_000 + RUNS * MILLISECONDS_A_RUN);
