//! Where products and outputs begin and end.

use super::{Open, OpenPart, Reader};
use crate::reading::{
    Part, Producer, Product, RemarkCode, Span, SpanKind, finish,
    label::{Dialect, Field},
    sentence::Block,
};

impl<'t> Reader<'t> {
    pub(super) fn open_product(&mut self, number: u32) {
        self.close_product();
        self.block = Block::Product;
        self.out.products.push(Product {
            service_version: self.version.clone(),
            lines: (number, number),
            ..Product::default()
        });
        self.open = Some(Open::default());
    }

    pub(super) fn close_product(&mut self) {
        let Some(open) = self.open.take() else { return };
        let name_only = open.seen == Field::Name.bit() && open.dialect.is_some();
        let Some(product) = self.out.products.last_mut() else {
            return;
        };
        if name_only && !product.name.as_deref().is_some_and(is_product_name) {
            // Another tool's "Name:" line.
            let index = self.product_index_of_last();
            let Some(product) = self.out.products.pop() else {
                return;
            };
            let text = product.name.unwrap_or_default();
            self.remark(RemarkCode::NotUnderstood, product.lines.0, text, None);
            for span in self
                .out
                .spans
                .iter_mut()
                .rev()
                .take_while(|span| span.line >= product.lines.0)
            {
                if span.product == index {
                    *span = Span {
                        kind: SpanKind::Remark,
                        product: None,
                        key: None,
                        ..*span
                    };
                }
            }
            return;
        }
        if !open.is_english && open.dialect == Some(Dialect::Foreign) {
            self.decide_state(open.seen, open.state_line.max(1));
        }
        // ospp.vbs shares labels with slmgr.vbs, but prints its block for hosts as well.
        let clients_only = matches!(open.dialect, Some(Dialect::Slmgr | Dialect::Foreign))
            && !self.producer().is_some_and(is_office);
        let Some(product) = self.out.products.last_mut() else {
            return;
        };
        finish::join_ports(product);
        finish::finish(product, clients_only);
        if open.dialect == Some(Dialect::Cim) {
            // The very end of the text may be cut; an empty value before it is none.
            let may_be_cut = self.is_at_end && !self.text.ends_with(['\n', '\r']);
            if open
                .keyless
                .is_some_and(|line| line < product.lines.1 || !may_be_cut)
            {
                product.in_use = Some(false);
            }
            finish::drop_unset(product, open.is_kms_host);
        }
        self.block = Block::Product;
    }

    pub(super) fn open_part(&mut self, producer: Producer, number: u32) {
        self.close_part();
        let part = Part {
            producer,
            first_line: number,
            last_line: number,
        };
        self.part = Some(OpenPart {
            part,
            seen: 0,
            has_content: false,
            is_told: false,
            first: "",
        });
    }

    pub(super) fn close_part(&mut self) {
        self.version = None;
        let Some(OpenPart {
            mut part,
            seen,
            has_content,
            is_told,
            ..
        }) = self.part.take()
        else {
            return;
        };
        let of_objects = matches!(part.producer, Producer::Cim | Producer::Oslicense);
        if seen == Field::InstallationId.bit() && !is_told && !of_objects {
            part.producer = Producer::SlmgrDti;
        }
        if has_content || part.producer != Producer::Unknown {
            self.out.parts.push(part);
        }
    }

    pub(super) fn producer(&self) -> Option<Producer> {
        self.part.as_ref().map(|open| open.part.producer)
    }

    /// Another producer's words begin another part.
    pub(super) fn change_producer(&mut self, field: Field, dialect: Dialect) {
        let Some(open) = self.part.as_ref().filter(|open| open.has_content) else {
            return;
        };
        let producer = open.part.producer;
        let report = matches!(
            producer,
            Producer::SlmgrDlv | Producer::SlmgrDli | Producer::SlmgrXpr
        );
        let changes = match dialect {
            // ospp.vbs shares labels of slmgr.vbs; these two begin a report.
            Dialect::Slmgr | Dialect::Foreign => {
                let theirs = matches!(producer, Producer::SlmgrDlv | Producer::SlmgrDli);
                !theirs && matches!(field, Field::Name | Field::ServiceVersion)
            }
            Dialect::Ospp => !is_office(producer) && producer != Producer::Unknown,
            Dialect::Cim => report || producer == Producer::OsppDstatus,
        };
        if changes {
            self.close_product();
            self.close_part();
        }
    }

    pub(super) fn note_producer(&mut self, field: Field, dialect: Dialect, number: u32) {
        // Most fields stand in a part that is known to be this script's longest report: nothing tells more.
        if dialect == Dialect::Slmgr
            && self.out.language.is_some()
            && let Some(open) = self.part.as_mut()
            && open.has_content
            && open.part.producer == Producer::SlmgrDlv
        {
            open.part.last_line = number;
            open.seen |= field.bit();
            return;
        }
        let producer = match dialect {
            Dialect::Slmgr | Dialect::Foreign if field.dlv_only() => Producer::SlmgrDlv,
            Dialect::Slmgr | Dialect::Foreign => Producer::SlmgrDli,
            Dialect::Ospp if field == Field::InstallationIdFor => Producer::OsppDinstid,
            Dialect::Ospp => Producer::OsppDstatus,
            Dialect::Cim => Producer::Cim,
        };
        self.note_part(producer, number);
        // ospp.vbs speaks English everywhere; names and numbers are the same in every language.
        let everywhere = matches!(field, Field::Name | Field::Description);
        if dialect == Dialect::Slmgr && !everywhere {
            self.out.language.get_or_insert("en");
        }
        if let Some(part) = self.part.as_mut() {
            part.seen |= field.bit();
        }
    }

    /// Takes a line into the part, which `producer` printed unless more telling lines say otherwise.
    pub(super) fn note_part(&mut self, producer: Producer, number: u32) {
        if self.part.is_none() {
            self.open_part(producer, number);
        }
        if let Some(OpenPart {
            part,
            has_content,
            is_told,
            ..
        }) = self.part.as_mut()
        {
            // A prompt tells what its output is, unless that is plainly another tool's, or more than it should be.
            if !*has_content && !is_same_tool(part.producer, producer) {
                *is_told = false;
            }
            let more = part.producer == Producer::SlmgrDli && producer == Producer::SlmgrDlv;
            *has_content = true;
            part.last_line = number;
            if weight(producer) > weight(part.producer) && (!*is_told || more) {
                part.producer = producer;
            }
        }
    }

    pub(super) fn extend_part(&mut self, number: u32) {
        if let Some(OpenPart { part, .. }) = self.part.as_mut() {
            part.last_line = number;
        }
    }
}

/// Which producer's lines tell more: words of one producer alone outweigh shared ones, a detail listing a summary, a
/// summary a command's word.
fn weight(producer: Producer) -> u8 {
    match producer {
        Producer::Unknown => 0,
        Producer::SlmgrOther | Producer::OsppOther => 1,
        Producer::SlmgrDli => 3,
        Producer::SlmgrXpr => 4,
        Producer::SlmgrDlv => 5,
        Producer::OsppDstatus | Producer::Cim => 6,
        Producer::OsppAct | Producer::OsppDinstid | Producer::Oslicense => 7,
        _ => 2,
    }
}

/// Whether ospp.vbs printed it.
pub(super) fn is_office(producer: Producer) -> bool {
    matches!(
        producer,
        Producer::OsppDstatus | Producer::OsppDinstid | Producer::OsppAct | Producer::OsppOther
    )
}

fn is_slmgr(producer: Producer) -> bool {
    matches!(
        producer,
        Producer::SlmgrDlv
            | Producer::SlmgrDli
            | Producer::SlmgrXpr
            | Producer::SlmgrDti
            | Producer::SlmgrAto
            | Producer::SlmgrOther
    )
}

/// Whether the same tool prints both.
pub(super) fn is_same_tool(one: Producer, other: Producer) -> bool {
    one == other || (is_office(one) && is_office(other)) || (is_slmgr(one) && is_slmgr(other))
}

/// Whether a lone "Name:" value is a licensed product's and not some host's.
pub(super) fn is_product_name(name: &str) -> bool {
    const WORDS: [&str; 3] = ["Windows", "Office", "edition"];
    WORDS.iter().any(|word| name.starts_with(word)) || WORDS.iter().any(|word| name.contains(word))
}
