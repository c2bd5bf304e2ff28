/** How operations are spread over Lambda functions. */
export enum FunctionLayout {
  /** One function for each distinct right, so that no role holds a right that its operations do not use. */
  LEAST_PRIVILEGE = 'LEAST_PRIVILEGE',
  /** One function for all operations of the entity: fewer resources, warmer, but one role with every right. */
  SINGLE = 'SINGLE',
}
