"""What a script with a regular expression makes of the same text: one compiled expression, one pass, a dictionary a product.

    python3 read.py FILE RUNS    prints the best seconds, the products, and the most memory held in bytes ("-" where not told)
"""

import re
import sys
import time

LINE = re.compile(r"^[ \t>]*([A-Za-z][^:\r\n]*?)[ \t]*: *([^\r\n]*)", re.MULTILINE)
NUMBER = re.compile(r"\d+")

TEXT, COUNT = str.strip, lambda value: int(match.group()) if (match := NUMBER.search(value)) else None

# Label: key, and what its value becomes.
FIELDS = {
    "Name": ("name", TEXT),
    "LICENSE NAME": ("name", TEXT),
    "Description": ("description", TEXT),
    "LICENSE DESCRIPTION": ("description", TEXT),
    "Activation ID": ("activationId", TEXT),
    "SKU ID": ("activationId", TEXT),
    "ID": ("activationId", TEXT),
    "Application ID": ("applicationId", TEXT),
    "ApplicationID": ("applicationId", TEXT),
    "Extended PID": ("extendedPid", TEXT),
    "ProductKeyID": ("extendedPid", TEXT),
    "PRODUCT ID": ("productId", TEXT),
    "Product Key Channel": ("productKeyChannel", TEXT),
    "ProductKeyChannel": ("productKeyChannel", TEXT),
    "Installation ID": ("installationId", TEXT),
    "OfflineInstallationId": ("installationId", TEXT),
    "Partial Product Key": ("partialProductKey", TEXT),
    "PartialProductKey": ("partialProductKey", TEXT),
    "Last 5 characters of installed product key": ("partialProductKey", TEXT),
    "License Status": ("licenseStatus", TEXT),
    "LICENSE STATUS": ("licenseStatus", TEXT),
    "LicenseStatus": ("licenseStatus", TEXT),
    "Notification Reason": ("reasonCode", TEXT),
    "ERROR CODE": ("reasonCode", TEXT),
    "Volume activation expiration": ("minutesRemaining", COUNT),
    "Timebased activation expiration": ("minutesRemaining", COUNT),
    "Automatic VM activation expiration": ("minutesRemaining", COUNT),
    "Time remaining": ("minutesRemaining", COUNT),
    "GracePeriodRemaining": ("minutesRemaining", COUNT),
    "Remaining Windows rearm count": ("remainingWindowsRearmCount", COUNT),
    "Remaining App rearm count": ("remainingAppRearmCount", COUNT),
    "Remaining SKU rearm count": ("remainingSkuRearmCount", COUNT),
    "Trusted time": ("trustedTime", TEXT),
    "Configured Activation Type": ("configuredActivationType", TEXT),
    "Client Machine ID (CMID)": ("clientMachineId", TEXT),
    "KMS machine name from DNS": ("hostFromDns", TEXT),
    "Registered KMS machine name": ("registeredHost", TEXT),
    "KMS machine IP address": ("hostIpAddress", TEXT),
    "KMS machine extended PID": ("hostExtendedPid", TEXT),
    "Activation interval": ("activationIntervalMinutes", COUNT),
    "Renewal interval": ("renewalIntervalMinutes", COUNT),
    "Current count": ("currentCount", COUNT),
    "Listening on Port": ("port", COUNT),
    "Total requests received": ("requestsTotal", COUNT),
    "Failed requests received": ("requestsFailed", COUNT),
    "Requests with License Status Licensed": ("requestsLicensed", COUNT),
    "Requests with License Status Unlicensed": ("requestsUnlicensed", COUNT),
    "Requests with License Status Notification": ("requestsNotification", COUNT),
}


def read(text):
    products, product = [], {}
    for match in LINE.finditer(text):
        label, value = match.groups()
        field = FIELDS.get(label)
        if field is None:
            continue
        key, kind = field
        if key == "name":
            product = {}
            products.append(product)
        product[key] = kind(value)
    return products


def peak():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    except (OSError, StopIteration):
        return "-"


def main(file, runs):
    with open(file, encoding="utf-8", newline="") as source:
        text = source.read()
    best = float("inf")
    for _ in range(int(runs)):
        start = time.perf_counter()
        products = read(text)
        best = min(best, time.perf_counter() - start)
    print(best, len(products), peak(), sep="\t")


main(*sys.argv[1:])
