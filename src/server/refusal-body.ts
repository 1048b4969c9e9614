/** What is answered to a request that is not taken on, in the form GraphQL clients read. */
export function refusalBody(code: string, message: string, requestId: string): object {
  return { errors: [{ message, extensions: { code, retryable: false, requestId } }] };
}
