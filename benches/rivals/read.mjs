// What a script with a regular expression makes of the same text: one expression, one pass, an object a product.
//
//     node read.mjs FILE RUNS    prints the best seconds, the products, and the most memory held in bytes
//
// The browser runs `reader` too, so it stands alone: only its own text goes over.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/// Gives the function that reads a text.
export function reader() {
  const line = /^[ \t>]*([A-Za-z][^:\r\n]*?)[ \t]*: *([^\r\n]*)/gm;
  const text = (value) => value.trim();
  const count = (value) => {
    const number = parseInt(value, 10);
    return Number.isNaN(number) ? null : number;
  };
  // Label: key, and what its value becomes.
  const fields = new Map([
    ['Name', ['name', text]],
    ['LICENSE NAME', ['name', text]],
    ['Description', ['description', text]],
    ['LICENSE DESCRIPTION', ['description', text]],
    ['Activation ID', ['activationId', text]],
    ['SKU ID', ['activationId', text]],
    ['ID', ['activationId', text]],
    ['Application ID', ['applicationId', text]],
    ['ApplicationID', ['applicationId', text]],
    ['Extended PID', ['extendedPid', text]],
    ['ProductKeyID', ['extendedPid', text]],
    ['PRODUCT ID', ['productId', text]],
    ['Product Key Channel', ['productKeyChannel', text]],
    ['ProductKeyChannel', ['productKeyChannel', text]],
    ['Installation ID', ['installationId', text]],
    ['OfflineInstallationId', ['installationId', text]],
    ['Partial Product Key', ['partialProductKey', text]],
    ['PartialProductKey', ['partialProductKey', text]],
    ['Last 5 characters of installed product key', ['partialProductKey', text]],
    ['License Status', ['licenseStatus', text]],
    ['LICENSE STATUS', ['licenseStatus', text]],
    ['LicenseStatus', ['licenseStatus', text]],
    ['Notification Reason', ['reasonCode', text]],
    ['ERROR CODE', ['reasonCode', text]],
    ['Volume activation expiration', ['minutesRemaining', count]],
    ['Timebased activation expiration', ['minutesRemaining', count]],
    ['Automatic VM activation expiration', ['minutesRemaining', count]],
    ['Time remaining', ['minutesRemaining', count]],
    ['GracePeriodRemaining', ['minutesRemaining', count]],
    ['Remaining Windows rearm count', ['remainingWindowsRearmCount', count]],
    ['Remaining App rearm count', ['remainingAppRearmCount', count]],
    ['Remaining SKU rearm count', ['remainingSkuRearmCount', count]],
    ['Trusted time', ['trustedTime', text]],
    ['Configured Activation Type', ['configuredActivationType', text]],
    ['Client Machine ID (CMID)', ['clientMachineId', text]],
    ['KMS machine name from DNS', ['hostFromDns', text]],
    ['Registered KMS machine name', ['registeredHost', text]],
    ['KMS machine IP address', ['hostIpAddress', text]],
    ['KMS machine extended PID', ['hostExtendedPid', text]],
    ['Activation interval', ['activationIntervalMinutes', count]],
    ['Renewal interval', ['renewalIntervalMinutes', count]],
    ['Current count', ['currentCount', count]],
    ['Listening on Port', ['port', count]],
    ['Total requests received', ['requestsTotal', count]],
    ['Failed requests received', ['requestsFailed', count]],
    ['Requests with License Status Licensed', ['requestsLicensed', count]],
    ['Requests with License Status Unlicensed', ['requestsUnlicensed', count]],
    ['Requests with License Status Notification', ['requestsNotification', count]],
  ]);
  return (whole) => {
    const products = [];
    let product = {};
    for (const [, label, value] of whole.matchAll(line)) {
      const field = fields.get(label);
      if (!field) continue;
      const [key, kind] = field;
      if (key === 'name') products.push((product = {}));
      product[key] = kind(value);
    }
    return products;
  };
}

function main(file, runs) {
  const text = readFileSync(file, 'utf8');
  const read = reader();
  let best = Infinity;
  let products = 0;
  for (let run = 0; run < Number(runs); run += 1) {
    const start = performance.now();
    products = read(text).length;
    best = Math.min(best, performance.now() - start);
  }
  console.log([best / 1000, products, process.resourceUsage().maxRSS * 1024].join('\t'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(...process.argv.slice(2));
