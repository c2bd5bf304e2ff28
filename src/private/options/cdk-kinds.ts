import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Kind, member, object } from './kind';

/** A span of time that the package reads itself. */
export const DURATION: Kind = known(object('a Duration such as Duration.days(1)', 'toSeconds'));

/** A span of time that goes into the template as it is. */
export const LATE_DURATION: Kind = object('a Duration such as Duration.seconds(10)', 'toSeconds');

/** A size that the package reads itself. */
export const SIZE: Kind = known(object('a Size such as Size.kibibytes(64)', 'toBytes'));

const { DESTROY, RETAIN, RETAIN_ON_UPDATE_OR_DELETE } = RemovalPolicy;
/** CloudFormation takes no snapshots of tables, logs and buckets. */
export const REMOVAL_POLICY: Kind = member('RemovalPolicy', { DESTROY, RETAIN, RETAIN_ON_UPDATE_OR_DELETE });

function known({ wanted, takes }: Kind): Kind {
  return { wanted: `${wanted}, not made of a token`, takes: (value) => takes(value) && !(value as Duration | Size).isUnresolved() };
}
