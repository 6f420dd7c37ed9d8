// Pastes of these tests, made up after the grammar. Names and addresses are those set aside for examples.

/// What must vanish from sight under redaction.
export const secrets = {
  host: 'kms07.branch.example.com',
  address: '192.0.2.77',
  machine: '5b1c7f32-8d4e-4a09-9c61-2f0e7d3a8b15',
  hostPid: '03612-00206-612-345678-03-1033-20348.0000-0152025',
  pid: '03612-03308-000-000123-03-1033-19045.0000-0312025',
  installationId: '253037440405119108201413961093786848722385303726677949056629205',
};

/// A licensed KMS client; 3 April or 4 March: its trusted time has two readings.
export const kmsClient = `Software licensing service version: 10.0.19041.1000

Name: Windows(R), Enterprise edition
Description: Windows(R) Operating System, VOLUME_KMSCLIENT channel
Activation ID: 73111121-5638-40f6-bc11-f1d7b0d64300
Application ID: 55c92734-d682-4d71-983e-d6ec3f16059f
Extended PID: ${secrets.pid}
Product Key Channel: Volume:GVLK
Installation ID: ${secrets.installationId}
Partial Product Key: 2YT43
License Status: Licensed
Volume activation expiration: 252000 minute(s) (175 day(s))
Remaining Windows rearm count: 1001
Remaining SKU rearm count: 1001
Trusted time: 3/4/2026 9:58:33 AM
Configured Activation Type: All

Most recent activation information:
Key Management Service client information
    Client Machine ID (CMID): ${secrets.machine}
    KMS machine name from DNS: ${secrets.host}:1688
    KMS machine IP address: ${secrets.address}
    KMS machine extended PID: ${secrets.hostPid}
    Activation interval: 120 minutes
    Renewal interval: 10080 minutes
    KMS host caching is enabled
`;

/// The same machine, asked on a day that has one reading only.
export const kmsClientDated = kmsClient.replace('3/4/2026', '3/24/2026');

/// A retail Windows in notification, to stand beside another product.
export const retailNotification = `Name: Windows(R), Professional edition
Description: Windows(R) Operating System, RETAIL channel
Activation ID: 4de7cb65-cdf1-4de9-8ae8-e3cce27b9f2c
Application ID: 55c92734-d682-4d71-983e-d6ec3f16059f
Partial Product Key: 3V66T
License Status: Notification
Notification Reason: 0xC004F034.
`;

/// A keyed product of many, told apart by its number.
export function keyedProduct(number) {
  return `Name: Office 16, Example${number}R_Retail edition
Description: Office 16, RETAIL channel
Activation ID: ${String(number).padStart(8, '0')}-1111-4222-8333-444444444444
Application ID: 0ff1ce15-a989-479d-af46-f275c6370663
Partial Product Key: 3V66T
License Status: Licensed

`;
}

/// A full product key of no product, put together here so that none stands in a file.
export const productKey = ['QWRTY', 'PBDFG', 'HJKMN', 'VCX2P', 'RRTTB'].join('-');

/// A product inside `/dlv all` that has no key, told apart by its number.
export function unusedProduct(number) {
  return `Name: Office 16, Example${number}R_Grace edition
Description: Office 16, RETAIL(Grace) channel
Activation ID: ${String(number).padStart(8, '0')}-1111-4222-8333-444444444444
Application ID: 0ff1ce15-a989-479d-af46-f275c6370663
Extended PID: 
Product Key Channel: 
Installation ID: 
This license is not in use.
License Status: Unlicensed
Remaining App rearm count: 1001
Remaining SKU rearm count: 1001


`;
}

/// Lines of noise, `size` characters and a little more; the same on every run.
export function noise(size) {
  let seed = 20260304;
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const parts = [];
  for (let length = 0; length < size; ) {
    const line = Array.from({ length: 4 + Math.floor(next() * 10) }, () => Math.floor(next() * 2 ** 32).toString(36)).join(' ');
    parts.push(line);
    length += line.length + 1;
  }
  return parts.join('\n');
}
