/** How often a property is tried: a few times in the tests, more often where `CONTRACT_RUNS` says so. */
export function runs(few: number): number {
  return Number(process.env.CONTRACT_RUNS ?? few);
}
