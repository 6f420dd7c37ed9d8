// Waiting for a condition.

/// Asks again until `check()` is truthy and returns that value; fails with `what` after `limit` milliseconds.
/// (Puppeteer's own waitForFunction makes a function from text, which the page's policy forbids.)
export async function until(check, what, limit = 10_000) {
  const end = Date.now() + limit;
  let last;
  do {
    try {
      const value = await check();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((wake) => setTimeout(wake, 25));
  } while (Date.now() < end);
  throw new Error(`Waited ${limit / 1000} s in vain: ${what}`, { cause: last });
}
