import { Annotation } from './annotations';

/** A cloud assembly: what `cdk synth` left behind, read for running it here. */
export interface Assembly {
  /** Absolute path of the assembly's folder. */
  readonly directory: string;
  /** In the manifest's order, those of stages included; a nested stack comes right after its parent. */
  readonly stacks: Stack[];
  /** What its constructs have to say. */
  readonly annotations: readonly Annotation[];
  /**
   * The folder, or file, that an asset was made of.
   *
   * @param key the object key as a template names it (`Code.S3Key`), with or without `bucket/` in front
   */
  assetDirectory(key: string): string | undefined;
}

export interface Stack {
  /** The manifest's artifact id; a nested stack has its parent's, `/` and its logical id there. */
  readonly id: string;
  /** The name in CloudFormation. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Those whose condition holds. */
  readonly resources: Resource[];
  readonly outputs: Output[];
}

/**
 * A resource of a template, as it would be after a deployment.
 *
 * `properties`, `physicalId` and `attributes` are resolved member by member when they are read. So an intrinsic that
 * cannot be resolved here is an error only for who needs its value.
 */
export interface Resource {
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  /** The construct's path, without leading slash. */
  readonly path?: string;
  /** Intrinsics resolved, members that are `AWS::NoValue` left out. */
  readonly properties: Properties;
  /** What `Ref` gives. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Values of a template are whatever its author wrote: who reads one checks what it needs. */
export type Properties = Readonly<Record<string, unknown>>;

export interface Output {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  /** The name under which other stacks import it. */
  readonly exportName?: string;
}
