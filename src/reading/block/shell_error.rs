//! An error of PowerShell: "Get-CimInstance : Invalid class", where it happened, and two lines that begin with a plus sign
//! and are the same in every language. Only errors about licensing are taken; other commands' stay what they are.

use super::Block;
use crate::{
    reading::{PrintedError, Producer, Remark, RemarkCode, Words, prompt, split},
    text::Lines,
};

/// How many lines an error has at most: long names are cut into several.
const LONGEST: usize = 16;

/// The error that begins with `first`.
pub(super) fn read<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> Option<Block<'t>> {
    let (producer, command, text) = begins(first.1)?;
    let mut message = Words::Borrowed(text);
    let (mut last, mut code, mut plus, mut ended) = (first.0, None, false, false);
    for (number, line) in super::lines(first, rest).skip(1).take(LONGEST) {
        let marked = line.starts_with('+');
        let is_end = ended && !marked;
        let stop = line.is_empty()
            || prompt::find(line).is_some_and(|frame| matches!(frame, prompt::Frame::Prompt(_)));
        let another = !plus && line.contains(" : ") && begins(line).is_some();
        // Behind the last line comes at most the rest of a long name, which is one word.
        if stop || another || (is_end && (line.contains(' ') || split(line).is_some())) {
            break;
        }
        plus |= marked;
        ended |= line.contains("FullyQualifiedErrorId");
        if !plus && !is_place(line) {
            message = Words::Owned(format!("{message} {line}"));
        }
        code = code.or_else(|| crate::reading::code_in(line));
        last = number;
    }
    // Newer PowerShell prints one line and no more.
    let alone = last == first.0 && command.contains('-') && !first.1.contains(" : ");
    if !plus && !alone {
        return None;
    }
    let mut block = Block {
        producer,
        last_line: last,
        ..Block::default()
    };
    match code.or_else(|| crate::reading::code_in(&message)) {
        Some(code) => block.errors.push(PrintedError {
            code,
            text: Some(message),
            line: first.0,
        }),
        None => block.remarks.push(Remark {
            code: RemarkCode::ToolError,
            line: first.0,
            text: message,
            key: None,
        }),
    }
    Some(block)
}

/// What was to be run, the command, and what is said of it.
fn begins(line: &str) -> Option<(Producer, &str, &str)> {
    let (command, text) = split(line)?;
    let one_word = !command.is_empty() && !command.contains(char::is_whitespace);
    let producer = producer(line).filter(|_| one_word && !text.is_empty())?;
    Some((producer, command, text))
}

/// "At line:1 char:1", in whatever language: two numbers behind colons.
fn is_place(line: &str) -> bool {
    let numbers = line
        .split(':')
        .skip(1)
        .filter(|part| part.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    numbers.count() >= 2
}

/// What the failed command was to run.
fn producer(line: &str) -> Option<Producer> {
    if let Some(command) = prompt::command(line) {
        return Some(command.producer);
    }
    let lower = line.to_ascii_lowercase();
    [
        "get-cim",
        "get-wmi",
        "invoke-cim",
        "invoke-wmi",
        "softwarelicens",
    ]
    .iter()
    .any(|word| lower.contains(word))
    .then_some(Producer::Cim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{bare, lines};

    #[test]
    fn errors_of_powershell() {
        for (paste, last, code, text) in [
            (
                "Get-CimInstance : Invalid class \nAt line:1 char:1\n+ Get-CimInstance SoftwareLicensingProduct9\n+ ~~~~~~~~\n    + CategoryInfo          : MetadataError: (root\\cimv2:String) [Get-CimInstance], CimException\n    + FullyQualifiedErrorId : HRESULT 0x80041010,Microsoft.Management.Infrastructure.CimCmdlets.GetCimIn \n   stanceCommand\n",
                7,
                Some(0x8004_1010),
                "Invalid class",
            ),
            (
                "slmgr : The term 'slmgr' is not recognized as the name of a cmdlet. Check\nthe spelling.\nAt line:1 char:1\n+ slmgr /dlv\n+ ~~~~~\n    + CategoryInfo          : ObjectNotFound: (slmgr:String) [], CommandNotFoundException\n    + FullyQualifiedErrorId : CommandNotFoundException\n \nPS C:\\>",
                7,
                None,
                "The term 'slmgr' is not recognized as the name of a cmdlet. Check the spelling.",
            ),
            (
                "Get-CimInstance: Invalid class\nGet-WmiObject : Access denied\n",
                1,
                None,
                "Invalid class",
            ),
        ] {
            let mut lines = lines(paste);
            let (number, raw) = lines.next().expect("a line");
            let block = read((number, bare(raw)), &lines).expect(paste);
            assert_eq!(block.last_line, last, "{paste}");
            assert_eq!(block.errors.first().map(|error| error.code), code);
            let told = block.errors.first().and_then(|error| error.text.clone());
            let told = told.or_else(|| block.remarks.first().map(|remark| remark.text.clone()));
            assert_eq!(told.as_deref(), Some(text));
        }
        let foreign = "Get-Item : Cannot find path\nAt line:1 char:1\n+ Get-Item x\n";
        assert!(read((1, foreign.lines().next().expect("a line")), &lines("")).is_none());
    }
}
