// Collects what must not happen on a page: console errors, page errors, CSP violations, failed requests.

/// Watches a page from before its first document. Returns the live lists
/// `{ problems: [sentence], requests: [address] }`.
export async function watch(page) {
  const problems = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${message.location()?.url ?? '?'})`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message ?? error}`));
  page.on('request', (request) => {
    // A blob or data address stays inside the browser.
    if (/^(https?|wss?|ftp|file):/.test(request.url())) requests.push(request.url());
  });
  page.on('requestfailed', (request) => problems.push(`failed request: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    // By the console, so that a reload loses none. The browsers do not all print their violations there by themselves.
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP violation: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
  return { problems, requests };
}
