import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { ASSET_FILES, canonicalJson, Model } from '../model';
import { compileValidator, runtimeBundle } from './bundles';

/**
 * The asset of an entity's functions: the prebuilt bundle, the model and the validator made from it.
 * CDK hashes the content alone, so one model has one hash on every machine.
 */
export function functionAsset(model: Model): AssetCode {
  const directory = mkdtempSync(join(tmpdir(), 'cdk-serverless-crud-api-'));
  copyFileSync(runtimeBundle(), join(directory, ASSET_FILES.bundle));
  writeFileSync(join(directory, ASSET_FILES.model), canonicalJson(model));
  writeFileSync(join(directory, ASSET_FILES.validator), compileValidator(model.schema));
  removeAtExit(directory);
  return Code.fromAsset(directory);
}

const staged: string[] = [];

/** CDK copies the directory into the assembly when a function uses it; tools that disable staging read it until the end. */
function removeAtExit(directory: string): void {
  if (staged.push(directory) > 1) return;
  process.once('exit', () => staged.forEach((path) => rmSync(path, { recursive: true, force: true })));
}
