// `node engines.mjs ENGINE ITEMS`, with bundles beside it: runs the workload once and prints what it took.
import { createRequire } from 'node:module';
import { OPERATIONS, TABLE } from './workload.mjs';

const [, , name, bundle, count] = process.argv;
const items = Number(count);
const require = createRequire(import.meta.url);

async function ours() {
  const { openEngine } = require(bundle);
  const engine = await openEngine();
  return (action, input) => engine.call(action, input);
}

/** As dynalite's own server runs an action, without HTTP. */
async function dynalite() {
  const { store, validations, actions } = require(bundle);
  const database = store.create({ createTableMs: 0 });
  const call = (action, input) => new Promise((resolve, reject) => {
    const { run, shape } = actions[action];
    const request = validations.checkTypes(structuredClone(input), shape.types);
    validations.checkValidations(request, shape.types, shape.custom, database);
    run(database, request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
  return call;
}

const memory = () => {
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

const call = await { ours, dynalite }[name]();
await call('CreateTable', TABLE);
await new Promise((resolve) => { setTimeout(resolve, 20); });
const result = {};
const before = memory();
for (const [operation, input] of Object.entries(OPERATIONS)) {
  const start = process.cpuUsage();
  for (let number = 0; number < items; number++) {
    const answer = await call(...input(number));
    if (operation.startsWith('list') && number < items / 2 && answer.Count !== 25) throw new Error(`${operation} answered ${answer.Count} items`);
  }
  const { user, system } = process.cpuUsage(start);
  result[operation] = (user + system) / items;
  if (operation === 'create') result.memory = memory() - before;
}
console.log(JSON.stringify(result));
process.exit();
