import { awscdk } from 'projen';

/** The commands that people and CI call, beyond projen's own. */
export function addWorkTasks(project: awscdk.AwsCdkConstructLibrary): void {
  // Node 20 is supported here until its last users left; jsii warns at every call.
  project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

  project.addTask('bundle', { description: 'Bundles what ships as JavaScript: runtime, validator, local cloud, command', exec: 'node scripts/bundle.mjs' });
  project.addTask('typecheck', { description: 'Type-checks everything, the parts outside jsii included', exec: 'tsc --noEmit -p tsconfig.dev.json' });
  project.package.setScript('demo', 'node scripts/demo.mjs'); // not a projen task: Ctrl-C must reach it directly
  project.addTask('test:contract', { description: 'The HTTP contract against the local cloud or --base-url', exec: 'tsx test/contract/run.ts', receiveArgs: true });
  project.addTask('test:browser', { description: 'The pages in a real browser', exec: 'node scripts/bundle.mjs && jest --ci --config test/browser/jest.config.json', receiveArgs: true });
  project.preCompileTask.spawn(project.tasks.tryFind('bundle')!);

  // js alone by default: the other languages need their tool chains (`npx projen package-all`)
  project.packageTask.reset();
  project.packageTask.spawn(project.tasks.tryFind('package:js')!);
}
