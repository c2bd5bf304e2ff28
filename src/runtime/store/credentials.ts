/**
 * Takes the place of the SDK's chain of credential providers in the bundle: a function has its credentials in the environment,
 * and the providers for files, processes and other services are a third of the SDK.
 */
export function defaultProvider(): () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }> {
  return async () => {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
    if (!accessKeyId || !secretAccessKey) {
      throw new Error('no credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set, as Lambda sets them');
    }
    return { accessKeyId, secretAccessKey, sessionToken };
  };
}
