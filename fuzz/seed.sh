#!/bin/sh
# Fills fuzz/corpus: every fixture for `text`, those of a family for its target, lines of fixtures for the identifiers.
set -eu
cd "$(dirname "$0")"
fixtures=../tests/fixtures

seed() { # target, then files
    target=$1
    shift
    mkdir -p "corpus/$target"
    for file in "$@"; do
        if [ -f "$file" ]; then cp "$file" "corpus/$target/"; fi
    done
}

# One file for each value of a line that matches a pattern.
values() { # target, pattern
    mkdir -p "corpus/$1"
    grep -hE "$2" "$fixtures"/*.txt | sed 's/^[^:=]*[:=] *//' | sort -u | awk -v to="corpus/$1/seed-" 'NF { file = to NR; printf "%s", $0 > file; close(file) }'
}

seed text "$fixtures"/*.txt
seed slmgr "$fixtures"/windows-*.txt "$fixtures"/server-*.txt "$fixtures"/vista-*.txt "$fixtures"/office-*.txt "$fixtures"/dlv-*.txt
seed xpr "$fixtures"/*xpr*.txt
seed ospp "$fixtures"/ospp-*.txt
seed cim "$fixtures"/cim-*.txt
seed events "$fixtures"/events-*.txt
seed evidence "$fixtures"/dns-*.txt "$fixtures"/port-*.txt "$fixtures"/clock-*.txt "$fixtures"/registry-*.txt
seed verbs "$fixtures"/verbs-*.txt "$fixtures"/errors-*.txt "$fixtures"/vnextdiag-*.txt
values guid '(Activation ID|Application ID|SKU ID|CMID).*:'
values extended_pid '([Ee]xtended PID|ProductKeyID) *:'
values installation_id 'Installation ?I[Dd] *:'
values error_code '(ERROR CODE|Notification Reason|LicenseStatusReason) *[:=]'
values printed_date '(Trusted time|Evaluation End Date|EXPIRATION|TrustedTime|EvaluationEndDate) *:'
values product_key '(Extended PID|Activation ID|Installation ID|PRODUCT ID):'
values identify '(ID|PID|Key|Status|channel|ERROR CODE|Reason) *[:=]'
# Assembled here, so that no file in the tree holds anything shaped like a key.
printf 'slmgr /ipk %s-%s-%s-%s-%s' BCDFG HJKMP QRTVW XY234 6789N > corpus/product_key/key
