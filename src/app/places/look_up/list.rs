//! The lists of Look up: which entries belong to each, in sections. No web types.

use activation_desk::kb::article::Kind;
use activation_desk::kb::{self, Row};
use activation_desk::wording::look_up::{article_kind, title};
use activation_desk::wording::look_up_page::lists as say;

/// Generations of Activation IDs, the newest first; what is not here stands at the end.
const GENERATIONS: [&str; 22] = [
    "Office LTSC 2024",
    "Office LTSC 2021",
    "Office 2019",
    "Office 2016",
    "Office 2013",
    "Office 2010",
    "Windows Server 2025",
    "Windows Server 2022",
    "Windows Server 2019",
    "Windows Server 2016",
    "Windows Server 2012 R2",
    "Windows Server 2012",
    "Windows Server 2008 R2",
    "Windows Server 2008",
    "Windows Server (preview)",
    "Windows 11",
    "Windows 10",
    "Windows 10 (preview)",
    "Windows 8.1",
    "Windows 8",
    "Windows 7",
    "Windows Vista",
];

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Codes,
    Ids,
    Keys,
    Events,
    Commands,
    Terms,
    Topics,
    Hosts,
    Settings,
    Figures,
    Numbers,
}

/// Entries that stand together.
pub struct Section {
    pub title: &'static str,
    pub rows: Vec<Row>,
}

impl List {
    /// All lists, in the order of the page.
    pub const ALL: [List; 11] = [
        List::Codes,
        List::Topics,
        List::Events,
        List::Commands,
        List::Ids,
        List::Keys,
        List::Terms,
        List::Hosts,
        List::Settings,
        List::Figures,
        List::Numbers,
    ];

    /// Its address, which no entry has.
    pub const fn name(self) -> &'static str {
        match self {
            List::Codes => "all-error-codes",
            List::Ids => "all-activation-ids",
            List::Keys => "all-client-keys",
            List::Events => "all-events",
            List::Commands => "all-commands",
            List::Terms => "all-terms",
            List::Topics => "all-topics",
            List::Hosts => "all-hosts",
            List::Settings => "all-settings",
            List::Figures => "all-figures",
            List::Numbers => "all-numbers",
        }
    }

    /// The list with that address.
    pub fn named(name: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| list.name() == name)
    }

    /// Its title, and what it holds.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            List::Codes => say::CODES,
            List::Ids => say::IDS,
            List::Keys => say::KEYS,
            List::Events => say::EVENTS,
            List::Commands => say::COMMANDS,
            List::Terms => say::TERMS,
            List::Topics => say::TOPICS,
            List::Hosts => say::HOSTS,
            List::Settings => say::SETTINGS,
            List::Figures => say::FIGURES,
            List::Numbers => say::NUMBERS,
        }
    }

    /// The list that has an entry.
    pub fn of(row: &Row) -> List {
        match row {
            Row::Code(_) => List::Codes,
            Row::ActivationId(_) | Row::ApplicationId(_) => List::Ids,
            Row::ClientKey(_) => List::Keys,
            Row::Figure(_) | Row::Grace(_) => List::Figures,
            Row::Build(_) | Row::Lcid(_) | Row::PidPiece(..) => List::Numbers,
            Row::Article(article) => match article.kind() {
                Kind::Event => List::Events,
                Kind::Slmgr | Kind::Ospp | Kind::OsLicense | Kind::Cim | Kind::Tool => {
                    List::Commands
                }
                Kind::Term | Kind::State | Kind::Channel => List::Terms,
                Kind::Topic => List::Topics,
                Kind::HostKey | Kind::Pack | Kind::Update => List::Hosts,
                Kind::Registry | Kind::Policy | Kind::Dns | Kind::Network => List::Settings,
            },
        }
    }

    /// How many entries it has.
    pub fn count(self) -> usize {
        kb::rows().filter(|row| List::of(row) == self).count()
    }

    /// Its entries.
    pub fn sections(self) -> Vec<Section> {
        let mut sections: Vec<Section> = match self {
            List::Ids => GENERATIONS.into_iter().map(empty).collect(),
            List::Codes => [0x4004_0000, 0x8004_0000, 0x8007_0000, 0x803F_0000]
                .into_iter()
                .map(|code| empty(say::range(code)))
                .collect(),
            _ => Vec::new(),
        };
        for row in kb::rows().filter(|row| List::of(row) == self) {
            let name = section_of(&row);
            let at = sections
                .iter()
                .position(|section| section.title == name)
                .unwrap_or_else(|| {
                    sections.push(empty(name));
                    sections.len() - 1
                });
            if let Some(section) = sections.get_mut(at) {
                section.take(row);
            }
        }
        // What belongs nowhere stands last.
        let other = say::range(0);
        if let Some(at) = sections.iter().position(|section| section.title == other) {
            let rest = sections.remove(at);
            sections.push(rest);
        }
        sections.retain(|section| !section.rows.is_empty());
        sections
    }
}

const fn empty(title: &'static str) -> Section {
    Section {
        title,
        rows: Vec::new(),
    }
}

impl Section {
    /// IDs have no order that helps a reader: they stand by their titles.
    fn take(&mut self, row: Row) {
        let at = match row {
            Row::ActivationId(_) => {
                let name = title(&row);
                self.rows.iter().position(|other| title(other) > name)
            }
            _ => None,
        };
        self.rows.insert(at.unwrap_or(self.rows.len()), row);
    }
}

fn section_of(row: &Row) -> &'static str {
    match row {
        Row::Article(article) => article_kind(article.kind()),
        Row::Code(reason) => say::range(reason.code),
        Row::Figure(_) => say::FIGURE,
        Row::Grace(_) => say::GRACE,
        Row::ClientKey(key) => key.generation,
        Row::ApplicationId(_) => say::APPLICATION_IDS,
        Row::ActivationId(id) => id.generation,
        Row::Build(_) => say::BUILDS,
        Row::PidPiece(..) => say::PID,
        Row::Lcid(_) => say::LANGUAGES,
    }
}

#[cfg(test)]
mod tests {
    use activation_desk::kb::Address;

    use super::*;

    #[test]
    fn every_entry_is_in_one_list_and_each_list_has_some() {
        let mut all = 0;
        for list in List::ALL {
            let rows: usize = list
                .sections()
                .iter()
                .map(|section| section.rows.len())
                .sum();
            assert_eq!(rows, list.count(), "{}", list.name());
            assert!(rows > 0);
            all += rows;
        }
        assert_eq!(all, kb::rows().count());
    }

    #[test]
    fn no_entry_has_the_name_of_a_list() {
        for list in List::ALL {
            assert_eq!(Address::parse(list.name()), None);
            assert_eq!(List::named(list.name()), Some(list));
        }
    }

    #[test]
    fn every_generation_of_the_catalogue_is_listed_and_none_is_idle() {
        let sections = List::Ids.sections();
        for generation in GENERATIONS {
            assert!(
                sections.iter().any(|section| section.title == generation),
                "{generation}"
            );
        }
        let known = sections.len() - 1;
        assert_eq!(known, GENERATIONS.len());
        let codes: Vec<_> = List::Codes
            .sections()
            .iter()
            .map(|section| section.title)
            .collect();
        assert_eq!(codes.len(), 10);
        assert_eq!(codes.last(), Some(&say::range(0)));
    }
}
