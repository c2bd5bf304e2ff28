import { runSuite } from './run-suite';
import { render } from './table';

// npx tsx test/validator/json-schema-suite/print.ts
console.log(render(runSuite()));
