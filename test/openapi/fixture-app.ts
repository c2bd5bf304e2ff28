import { synthesizeFixture } from '../contract/fixture/app';

/** The contract's fixture as an app that the command can synthesize: `--app 'node --import tsx test/openapi/fixture-app.ts'`. */
synthesizeFixture(process.env.CDK_OUTDIR!);
