import { RemovalPolicy } from 'aws-cdk-lib';
import { CrudTable } from '../../../../src';
import type { Mistake } from '../../mistake';

export default {
  props: { table: CrudTable.create({ removalPolicy: RemovalPolicy.SNAPSHOT }) },
  value: "'snapshot'",
  message: "Test/Todos: table: removalPolicy must be one of RemovalPolicy.DESTROY, RemovalPolicy.RETAIN, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, got 'snapshot'",
} satisfies Mistake;
