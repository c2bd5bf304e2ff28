// CDK lints every template with CloudFormation's rules, for seconds of CPU; one test of this project turns it on again.
process.env.CDK_VALIDATION ??= 'false';
