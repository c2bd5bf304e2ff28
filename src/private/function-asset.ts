import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AssetCode, CodeConfig } from 'aws-cdk-lib/aws-lambda';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import { ASSET_FILES, canonicalJson, Model } from '../model';
import { compileValidator, runtimeBundle } from './bundles';

/**
 * The asset of an entity's functions: the prebuilt bundle, the model and the validator made from it.
 * CDK hashes the content alone, so one model has one hash on every machine.
 */
export function functionAsset(model: Model): AssetCode {
  const validator = compileValidator(model.schema);
  const directory = mkdtempSync(join(tmpdir(), 'cdk-serverless-crud-api-'));
  copyFileSync(runtimeBundle(), join(directory, ASSET_FILES.bundle));
  writeFileSync(join(directory, ASSET_FILES.model), canonicalJson(model));
  writeFileSync(join(directory, ASSET_FILES.validator), validator);
  return new TemporaryCode(directory);
}

/** Code in a folder that is removed as soon as CDK has copied it into the assembly: when the first function uses it. */
class TemporaryCode extends AssetCode {
  public override bind(scope: Construct): CodeConfig {
    const config = super.bind(scope);
    // tools that disable staging read the folder itself, at any time until the end
    const isCopied = !scope.node.tryGetContext(DISABLE_ASSET_STAGING_CONTEXT);
    if (isCopied) rmSync(this.path, { recursive: true, force: true });
    return config;
  }
}
